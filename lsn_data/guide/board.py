"""How does the board get its pack, its editions, its slides?"""

from __future__ import annotations

from lsn_data.guide.topic import Topic
from lsn_data.language import mark

TOPICS = (
    Topic(
        "pack",
        mark("How do I make the board pack?"),
        mark("Begin with the standard pack: it is complete as it stands."),
        steps=(
            mark("Open the page Board pack and choose “The standard pack”."),
            mark("On other pages choose “Add to board pack”; the filters chosen there are kept."),
            mark("Put the exhibits in order with the arrows; the pencil takes a sentence of your own, or a note."),
            mark("Download presentation, handout or figures."),
            mark("After the meeting choose “Freeze as edition”: it keeps what the board saw."),
        ),
        also=mark("PowerPoint slides handout PDF Excel download meeting section note"),
        page="board_pack",
        see=(
            "editions",
            "present",
            "template",
        ),
    ),
    Topic(
        "editions",
        mark("What is an edition?"),
        mark(
            "A pack frozen with its figures, sentences and order. Nothing changes it later, not even an "
            "upload that is taken back."
        ),
        points=(
            mark("“Compare” shows figure by figure what has changed since."),
            mark("“Begin a pack with it” starts the pack for the next meeting."),
        ),
        also=mark("freeze archive compare earlier meeting"),
        page="board_pack",
        see=("pack",),
    ),
    Topic(
        "present",
        mark("How do I present in the meeting?"),
        mark("In the browser, one exhibit on each page; or with the PowerPoint file."),
        steps=(
            mark("Choose “Present” below the board pack."),
            mark("Turn the pages with the arrow keys; F fills the screen."),
            mark("Somebody asks for the small companies? Filter on the page; the pack stays as agreed."),
        ),
        also=mark("projector beamer full screen filter live"),
        page="board_pack",
        see=(
            "pack",
            "keyboard",
        ),
    ),
    Topic(
        "template",
        mark("How do the slides get our own look?"),
        mark("Upload the office's PowerPoint template once, on the page Board pack under “Slide template”."),
        points=(
            mark("Slides then wear its master, fonts and colours. Charts stay editable."),
            mark("“Use our own again” brings back the template that comes with the product."),
        ),
        also=mark("corporate design logo master fonts colours potx"),
        page="board_pack",
        see=("pack",),
    ),
)

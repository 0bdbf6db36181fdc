"""How does somebody bring in a file through the page, without a browser? Drop it, wait until it is read, store it."""

from __future__ import annotations

import asyncio
import time
import urllib.request
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.clicking import Click, Seen, Visit, leave, visiting, widget

DROP_ZONE, STORE, LONGEST = "files-0", "store", 300
EDGE = "a-file-comes"


@dataclass(frozen=True)
class Brought:
    """What stood when the file was read, and when it was stored; from when to when (seconds of the clock)."""

    read: Seen
    stored: Seen
    began: float
    ended: float


async def brought(address: str, name: str, data: bytes) -> Brought:
    """Bring in a file; what its form offers (wave, day) stays as offered. LookupError: it cannot be stored as it is."""
    visit = await visiting(address, "en")
    zone = widget((await visit.does(Click("upload"))).tree, DROP_ZONE).id
    place = await _place_for(visit, name)
    await asyncio.to_thread(_sent, address, place.upload_url, name, data)
    dropped = WidgetState(id=zone)
    file = dropped.file_uploader_state_value.uploaded_file_info.add(name=name, size=len(data), file_id=place.file_id)
    file.file_urls.CopyFrom(place)
    began = time.perf_counter()
    read = await visit.rerun(dropped)
    stored = await visit.rerun(dropped, WidgetState(id=widget(read.tree, STORE).id, trigger_value=True))
    await leave(visit)
    return Brought(read, stored, began, time.perf_counter())


async def _place_for(visit: Visit, name: str) -> FileURLs:
    """Where the server wants the file to go."""
    asked = BackMsg()
    asked.file_urls_request.request_id = name
    asked.file_urls_request.file_names.append(name)
    asked.file_urls_request.session_id = visit.session
    await visit.send(asked)
    while True:
        answer = await visit.hear()
        if answer.WhichOneof("type") == "file_urls_response":
            return answer.file_urls_response.file_urls[0]


def _sent(address: str, place: str, name: str, data: bytes) -> None:
    """The file's bytes, with the token that proves that they come from the product's own page."""
    with urllib.request.urlopen(f"{address}/_stcore/health", timeout=LONGEST) as answer:
        cookie = str(answer.headers["Set-Cookie"]).split(";")[0]
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + data + f"\r\n--{EDGE}--\r\n".encode()
    told = {
        "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2],
        "Content-Type": f"multipart/form-data; boundary={EDGE}",
    }
    request = urllib.request.Request(address + place, body, told, method="PUT")
    urllib.request.urlopen(request, timeout=LONGEST).close()

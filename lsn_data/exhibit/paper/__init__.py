"""How does an exhibit stand on paper? A file a kind of chart with its Typst layout beside it, for `on_paper`."""

"""How does an exhibit stand on a page? A file a kind of chart, for `on_page`."""

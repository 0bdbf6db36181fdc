"""How does an exhibit stand on a slide? A file a kind of chart, and what stands around it, for `on_slide`."""

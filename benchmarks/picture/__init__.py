"""How fast the picture is in a real browser, and beside stock pyvis."""

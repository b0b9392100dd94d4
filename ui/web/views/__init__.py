"""The views of the page, one module each; they arrange, and leave the thinking to the rooms below."""

"""The pictures of the course, one file each, made from props; `draw` returns the whole picture as SVG."""

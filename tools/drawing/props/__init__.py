"""Things that scenes are made of: each function draws one, standing on (0, 0), and returns SVG."""

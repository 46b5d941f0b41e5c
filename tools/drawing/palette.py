"""The colours of every picture, and the two ways to change one: towards ink for shade, towards white for light."""

INK = "#2b2230"  # warm and dark; pure black is never used
WHITE = "#ffffff"
PAPER = "#fffdf6"
CREAM = "#fbf3e4"
SAND = "#ecdcc0"

TEAL = "#3f8f95"
DEEP = "#2a6670"
MINT = "#bfe3da"
BUTTER = "#f9dc8f"
MUSTARD = "#e6b23e"
CORAL = "#e8806a"
BRICK = "#bd6a51"
SKY = "#c6e0f1"
BLUE = "#5a86bd"
LILAC = "#cfc4ea"
PLUM = "#7d5585"
LEAF = "#6aa35f"
MOSS = "#4a7c4a"
SAGE = "#c9dcb4"
MEADOW = "#93c07c"

WOOD = "#d39a63"
OAK = "#b97c48"
WALNUT = "#8a5a3a"
EARTH = "#7a5440"
GREY = "#c9ccd1"
STEEL = "#9aa3ad"
SLATE = "#5d6672"

BRAND = "#0f6b75"  # the accent of the pages (look.md)
CHICK = "#ffcf4d"

SKIN = {
    "porcelain": "#f9dcc4",
    "rose": "#f3c4a3",
    "honey": "#e8b08a",
    "olive": "#d39f6f",
    "tawny": "#c0814f",
    "chestnut": "#a0633b",
    "cocoa": "#82492c",
    "espresso": "#6f4130",
}
HAIR = {
    "black": "#37303d",
    "soft black": "#4a3b3a",
    "brown": "#6b4531",
    "auburn": "#9a4a2c",
    "ginger": "#cf7434",
    "fair": "#d9a85c",
    "blonde": "#ebcd86",
    "grey": "#a9a7ad",
    "silver": "#d5d4d8",
    "white": "#f1efec",
    "plum": "#7c4a78",
}
GROUND = {
    "mint": "#cfe9e2",
    "sky": "#cfe3f2",
    "butter": "#fbe7b2",
    "peach": "#fbd8c4",
    "lilac": "#e2daf1",
    "sage": "#dbe6c6",
    "sand": "#efe3cf",
    "blush": "#f7d5da",
}


def mix(one: str, other: str, share: float) -> str:
    """The first colour with this share (0 to 1) of the other in it; both as `#rrggbb`."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def shade(colour: str, share: float = 0.13) -> str:
    """The side away from the light: a little ink in the colour."""
    return mix(colour, INK, share)


def tint(colour: str, share: float = 0.4) -> str:
    """The side towards the light: white in the colour."""
    return mix(colour, WHITE, share)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

"""The rules of a tweet's text: values in, values out; it knows no world, no database and no page."""

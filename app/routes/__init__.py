"""The addresses of Fledge: each route asks one verb or one read and renders what comes of it."""

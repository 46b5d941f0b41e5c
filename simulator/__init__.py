"""The world of Fledge: accounts, tweets, time and the rules between them; it knows no HTTP and no templates."""

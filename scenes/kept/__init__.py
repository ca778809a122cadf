"""What is kept between starts: preferences, recent files, and the store they lie in."""

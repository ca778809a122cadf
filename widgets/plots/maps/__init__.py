"""Maps and pictures: surfaces, heat maps, strips, thumbnails."""

"""Pictures over two axes: marks with sizes in pixels over data in the axes' units."""

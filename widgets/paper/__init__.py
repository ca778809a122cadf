"""Views on paper and in files: pictures, pages, films."""

"""What stands where on a page: words -> lines in the order of reading -> text.

The same for a PDF, whose words come with their places, and for a picture, where OCR finds both.
"""

"""Which accounts tell of one happening, beside other programs, on news judged by hand."""

"""The SPARQL endpoint and its web page.

`build_app` makes the application of `Services`; `bind_socket` and `run_server` serve it.
"""

"""The graph on disk: published generations, the name index, query workers."""

"""`make serve`: serves the site on this machine, builds what a saved file changes, and tells the browser to reload.

Half of the time of a small build goes into importing Sphinx and its extensions. So one process, `warm`, has imported
them, and is forked for each build; `ask` is to `python -m` what that process is to a new one, and make need not know
which of both it calls. And a page that is saved changes its own edition only, so the other one is not built.
"""

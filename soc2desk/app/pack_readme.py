"""What a pack says of itself to whoever finds its folder."""

README_NAME = "README.md"
README = """\
# Own templates for soc2desk

This folder was begun with soc2desk {version}. Its files are laid over the ones that come with the program: a file here
stands in the place of the shipped one of the same path. What is not here is used as shipped.

- `policy_templates/`, `resources/`: the copies. Change these.
- `originals/`: the texts as they were when they were copied. Leave them as they are: they tell what changed since.
- `pack.yaml`: what was copied, from which version, with the SHA-256 of each original.
- `set-aside/`: your texts that were replaced by newer ones, where you chose that.

Take a file out that you do not change, so that you get later corrections of it.

    soc2desk content check --pack DIR      what should be mended, with file and line
    soc2desk content pack DIR              what this folder changes, and what changed in the program since
    soc2desk build PROJECT --pack DIR      a packet with it
"""

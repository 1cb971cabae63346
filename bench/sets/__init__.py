"""How well mithaq reads sets that others have marked; docs/measuring.md says what each measures and how a find is matched.

    python -m bench.sets [NAME…] [--shared FOLDER] [--json]

A set that is not there is skipped with a message. Nothing of the sets is copied: what stands beside the scripts are labels of our own.
"""

"""Signed, tampered and hostile documents made while the tests run: nothing of it is kept in git.

Certificates, lists and answers come from `cryptography`, ordinary PAdES signatures from pyHanko; where a signer has to do wrong,
the CMS (`cms`) and the file (`paper`) are written byte by byte here.
"""

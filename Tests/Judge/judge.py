#!/usr/bin/env python3
"""Asks pyHanko about every signature of a PDF and prints its answers as one JSON document.

usage: judge.py FILE.pdf [ROOT.der ...]
Each signature: field, kind, intact, valid, trusted, coverage, docmdp_ok, modification, change, error.
The judge only reports: expectations live in the tests.
"""
import json
import logging
import sys
import warnings

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


def trust(paths):
    roots = []
    for path in paths:
        with open(path, "rb") as file:
            roots.append(x509.Certificate.load(file.read()))
    return ValidationContext(trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail")


def name_of(value):
    return None if value is None else value.name


def verdict(embedded, roots):
    stamp = str(embedded.sig_object.get("/Type")) == "/DocTimeStamp"
    row = {"field": embedded.field_name, "kind": "timestamp" if stamp else "signature"}
    validate = validate_pdf_timestamp if stamp else validate_pdf_signature
    try:
        status = validate(embedded, trust(roots))
    except Exception as error:  # pyHanko raises many kinds; each is an answer about this signature
        row["error"] = f"{type(error).__name__}: {error}"
        return row
    row["intact"] = status.intact
    row["valid"] = status.valid
    row["trusted"] = status.trusted
    row["coverage"] = name_of(status.coverage)
    row["modification"] = name_of(status.modification_level)
    if not stamp:
        row["docmdp_ok"] = status.docmdp_ok
        if isinstance(status.diff_result, Exception):
            row["change"] = str(status.diff_result)
    return row


def main():
    path, roots = sys.argv[1], sys.argv[2:]
    with open(path, "rb") as file:
        reader = PdfFileReader(file, strict=False)
        rows = [verdict(embedded, roots) for embedded in reader.embedded_signatures]
    print(json.dumps({"signatures": rows}))


main()

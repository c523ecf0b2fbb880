#!/usr/bin/env python3
"""Asks pyHanko about every signature of a PDF and prints its answers as one JSON document.

usage: judge.py FILE.pdf [ROOT.der ...]
       judge.py --list FILES.txt [ROOT.der ...]    one file's path a line, one document a line
Each signature: field, kind, intact, valid, trusted, coverage, docmdp_ok, modification, change, error.
A file of a list that pyHanko cannot read gives {"error": ..., "signatures": []}.
The judge only reports: expectations live in the tests.
"""
import json
import logging
import signal
import sys
import warnings

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

SECONDS_A_FILE = 60


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


def judge(path, roots):
    with open(path, "rb") as file:
        reader = PdfFileReader(file, strict=False)
        if reader.encrypted:
            reader.decrypt("")
        return {"signatures": [verdict(embedded, roots) for embedded in reader.embedded_signatures]}


def judge_readable(path, roots):
    signal.alarm(SECONDS_A_FILE)
    try:
        return judge(path, roots)
    except Exception as error:  # one file of many that cannot be read
        return {"error": f"{type(error).__name__}: {error}", "signatures": []}
    finally:
        signal.alarm(0)


def give_up(_signal, _frame):
    raise TimeoutError(f"more than {SECONDS_A_FILE} s")


def main():
    if sys.argv[1] != "--list":
        print(json.dumps(judge(sys.argv[1], sys.argv[2:])))
        return
    signal.signal(signal.SIGALRM, give_up)
    with open(sys.argv[2], encoding="utf-8") as file:
        for path in file.read().splitlines():
            print(json.dumps(judge_readable(path, sys.argv[3:])), flush=True)


main()

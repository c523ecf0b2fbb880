#!/usr/bin/env python3
"""Asks pyHanko about every signature of a PDF by EN 319 102-1 §5.6.3: nothing is used but the file's
own validation data and timestamps, and the roots given. Prints its answers as one JSON document.

usage: lta.py FILE.pdf ROOT.der ...
Each signature: field, indication (PASSED, or why not).
"""
import asyncio
import json
import logging
import sys
import warnings

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


def policy(paths):
    roots = []
    for path in paths:
        with open(path, "rb") as file:
            roots.append(x509.Certificate.load(file.read()))
    certificates = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
    )
    offline = RevocationInfoGatheringSpec(online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY)
    return PdfSignatureValidationSpec(SignatureValidationSpec(certificates, offline))


def indication(embedded, specification):
    try:
        result = asyncio.run(ades_lta_validation(embedded, specification))
    except Exception as error:  # each is an answer about this signature
        return f"{type(error).__name__}: {error}"
    if result.ades_subindic.status.name == "PASSED":
        return "PASSED"
    return f"{result.ades_subindic} {result.failure_msg}"


def main():
    path, roots = sys.argv[1], sys.argv[2:]
    with open(path, "rb") as file:
        reader = PdfFileReader(file, strict=False)
        rows = [
            {"field": embedded.field_name, "indication": indication(embedded, policy(roots))}
            for embedded in reader.embedded_regular_signatures
        ]
    print(json.dumps({"signatures": rows}))


main()

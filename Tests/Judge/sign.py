#!/usr/bin/env python3
"""Signs a PDF by pyHanko, as a signer who is not ours.

usage: sign.py IN.pdf OUT.pdf FIELD FOLDER [b|lt|lta]
FOLDER holds signer.key and signer.pem, and may hold chain.pem; for lt and lta also root.pem,
tsa.key, tsa.pem and *.crl (DER). A file that is encrypted must open without a password.
"""
import logging
import os
import sys
import warnings
from glob import glob

from asn1crypto import crl
from pyhanko.keys import load_cert_from_pemder, load_certs_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

source, target, field, folder = sys.argv[1:5]
level = sys.argv[5] if len(sys.argv) > 5 else "b"


def file(name):
    return os.path.join(folder, name)


def chain():
    return list(load_certs_from_pemder([file("chain.pem")])) if os.path.exists(file("chain.pem")) else []


def context():
    lists = []
    for path in glob(file("*.crl")):
        with open(path, "rb") as bytes_of:
            lists.append(crl.CertificateList.load(bytes_of.read()))
    return ValidationContext(
        trust_roots=[load_cert_from_pemder(file("root.pem"))], other_certs=chain(), crls=lists,
        allow_fetching=False, revocation_mode="hard-fail")


def authority():
    store = SimpleCertificateStore()
    store.register_multiple(chain())
    return DummyTimeStamper(
        load_cert_from_pemder(file("tsa.pem")), load_private_key_from_pemder(file("tsa.key"), None),
        certs_to_embed=store)


def metadata():
    long_term = {}
    if level != "b":
        long_term = {
            "embed_validation_info": True, "validation_context": context(),
            "use_pades_lta": level == "lta",
        }
    return signers.PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", reason="Checked", name="Somebody else",
        subfilter=fields.SigSeedSubFilter.PADES, **long_term)


store = SimpleCertificateStore()
store.register_multiple(chain())
signer = signers.SimpleSigner(
    signing_cert=load_cert_from_pemder(file("signer.pem")),
    signing_key=load_private_key_from_pemder(file("signer.key"), None), cert_registry=store)
with open(source, "rb") as base, open(target, "w+b") as signed:
    writer = IncrementalPdfFileWriter(base, strict=False)
    if writer.prev.encrypted:
        writer.encrypt("")
    signers.PdfSigner(
        metadata(), signer, timestamper=None if level == "b" else authority(),
        new_field_spec=fields.SigFieldSpec(field),
    ).sign_pdf(writer, output=signed)

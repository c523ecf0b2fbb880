"""Makes the seeds of every fuzz target: usage: make-seeds.py FOLDER

Needs pyHanko, qpdf and openssl; `scripts/python` prints a Python that has the first. Keys are made
anew each time, so the seeds differ from run to run; those of the repository were made by one.
"""

import asyncio
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from asn1crypto import crl, tsp, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko_certvalidator import ValidationContext

CONFIGURATION = """
[req]
distinguished_name = name
prompt = no
[name]
CN = {name}
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[signer]
keyUsage = critical, digitalSignature, nonRepudiation
[old]
keyUsage = digitalSignature
[tsa]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[ca]
database = {folder}/index.txt
crlnumber = {folder}/crlnumber
default_md = sha256
default_crl_days = 30
[tsa_section]
serial = {folder}/tsaserial
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
signer_digest = sha256
"""


class PKI:
    """A root, a signer and a time-stamp authority, made by openssl in a folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        (folder / "index.txt").write_text("")
        (folder / "crlnumber").write_text("01\n")
        (folder / "tsaserial").write_text("01\n")
        self.make("root", signed_by=None)
        self.make("signer", signed_by="root")
        self.make("tsa", signed_by="root")
        self.make("old", signed_by="root")

    def run(self, *arguments: str, **options) -> bytes:
        return subprocess.run(
            ["openssl", *arguments], cwd=self.folder, check=True, capture_output=True, **options
        ).stdout

    def make(self, name: str, signed_by: str | None):
        text = CONFIGURATION.format(name=name, folder=self.folder)
        (self.folder / f"{name}.cnf").write_text(text)
        self.run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
                 "-out", f"{name}.key")
        self.run("req", "-new", "-key", f"{name}.key", "-config", f"{name}.cnf",
                 "-out", f"{name}.csr")
        issuer = ["-CA", f"{signed_by}.pem", "-CAkey", f"{signed_by}.key", "-CAcreateserial"]
        own = ["-signkey", f"{name}.key"]
        self.run("x509", "-req", "-in", f"{name}.csr", "-days", "3650", "-extfile",
                 f"{name}.cnf", "-extensions", name, "-out", f"{name}.pem",
                 *(issuer if signed_by else own))
        self.run("x509", "-in", f"{name}.pem", "-outform", "DER", "-out", f"{name}.crt")

    def certificate(self, name: str) -> x509.Certificate:
        return x509.Certificate.load((self.folder / f"{name}.crt").read_bytes())

    def signer(self, name: str = "signer") -> SimpleSigner:
        return SimpleSigner.load(
            str(self.folder / f"{name}.key"), str(self.folder / f"{name}.pem"),
            ca_chain_files=(str(self.folder / "root.pem"),))


def pdf(objects: list[bytes]) -> bytes:
    """A file with one xref table; the first object is the catalog."""
    file, offsets = b"%PDF-1.7\n%\xe2\xe3\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    file += b"trailer\n<</Size %d/Root 1 0 R/ID[<01><02>]>>\n" % (len(objects) + 1)
    return file + b"startxref\n%d\n%%%%EOF\n" % start


def stream(body: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(body), body)


def plain() -> bytes:
    return pdf([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 200]/Rotate 90>>",
        b"<</Type/Page/Parent 2 0 R/Contents[4 0 R]/Resources<</Font<</F 5 0 R>>>>>>",
        stream(b"BT /F 12 Tf 20 150 Td (Text) Tj ET"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ])


def form() -> bytes:
    return pdf([
        b"<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/OpenAction[3 0 R/Fit]>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/CropBox[10 10 290 190]"
        b"/Contents 4 0 R/Resources<<>>/Annots[7 0 R 8 0 R 10 0 R]>>",
        stream(b"0 0 10 10 re f"),
        stream(b"/Tx BMC q BT /F 9 Tf 2 2 Td (value) Tj ET Q EMC",
               b"/Type/XObject/Subtype/Form/BBox[0 0 90 20]"),
        b"<</Fields[7 0 R 9 0 R]/DA(/F 9 Tf 0 g)/DR<</Font<</F 11 0 R>>>>/NeedAppearances true>>",
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(value)/Rect[20 20 110 40]/P 3 0 R/F 4"
        b"/AP<</N 5 0 R>>>>",
        b"<</Type/Annot/Subtype/Widget/Parent 9 0 R/Rect[20 60 30 70]/AS/Yes/AP<</N<</Yes 5 0 R"
        b"/Off 5 0 R>>>>/AA<</U<</S/JavaScript/JS(1)>>>>>>",
        b"<</FT/Btn/T(group)/Kids[8 0 R]/V/Yes>>",
        b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(note)>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ])


def rewritten(file: bytes, *options: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "a.pdf", Path(folder) / "b.pdf"
        source.write_bytes(file)
        subprocess.run(["qpdf", *options, str(source), str(target)], check=True)
        return target.read_bytes()


def signed(file: bytes, pki: PKI, name: str, timestamper=None, **metadata) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(file), strict=False)
    if writer.prev.encrypted:
        writer.encrypt("")
    meta = signers.PdfSignatureMetadata(
        field_name=name, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256",
        **metadata)
    return asyncio.run(signers.async_sign_pdf(
        writer, meta, signer=pki.signer(), timestamper=timestamper)).getvalue()


class OpenSSLStamper(timestamps.TimeStamper):
    """A time-stamp authority without a network."""

    def __init__(self, pki: PKI):
        super().__init__()
        self.pki = pki

    async def async_request_tsa_response(self, request):
        (self.pki.folder / "q.der").write_bytes(request.dump())
        return tsp.TimeStampResp.load(self.pki.run(*reply_to("q.der")))


def reply_to(query: str) -> list[str]:
    return ["ts", "-reply", "-config", "tsa.cnf", "-section", "tsa_section", "-queryfile", query,
            "-signer", "tsa.pem", "-inkey", "tsa.key"]


def signed_files(pki: PKI) -> dict[str, bytes]:
    once = signed(plain(), pki, "first")
    certified = signed(form(), pki, "first", certify=True,
                       docmdp_permissions=fields.MDPPerm.FILL_FORMS)
    revoked = (pki.folder / "root.crl").read_bytes()
    context = ValidationContext(
        trust_roots=[pki.certificate("root")], crls=[crl.CertificateList.load(revoked)],
        revocation_mode="soft-fail", allow_fetching=False)
    archived = signed(
        plain(), pki, "first", timestamper=OpenSSLStamper(pki), embed_validation_info=True,
        use_pades_lta=True, validation_context=context)
    return {
        "signed-once.pdf": once,
        "signed-twice.pdf": signed(once, pki, "second"),
        "signed-streams.pdf": signed(compact(form()), pki, "first"),
        "signed-rc4.pdf": signed(encrypted(form(), "128", "--use-aes=n"), pki, "first"),
        "signed-aes.pdf": signed(encrypted(form(), "128", "--use-aes=y"), pki, "first"),
        "signed-aes-256.pdf": signed(encrypted(form(), "256"), pki, "first"),
        "certified.pdf": certified,
        "archived.pdf": archived,
    }


def compact(file: bytes) -> bytes:
    return rewritten(file, "--object-streams=generate")


def encrypted(file: bytes, *way: str) -> bytes:
    return rewritten(file, "--object-streams=generate", "--allow-weak-crypto", "--encrypt", "",
                     "owner", *way, "--")


def unsigned_files() -> dict[str, bytes]:
    return {
        "plain.pdf": plain(), "form.pdf": form(), "streams.pdf": compact(form()),
        "linearized.pdf": rewritten(plain(), "--linearize"),
        "encrypted.pdf": rewritten(plain(), "--encrypt", "", "owner", "256", "--"),
    }


def containers(files: dict[str, bytes], pki: PKI) -> dict[str, bytes]:
    found = {}
    for name, file in files.items():
        reader = PdfFileReader(BytesIO(file), strict=False)
        if reader.encrypted:
            reader.decrypt("")
        for number, signature in enumerate(reader.embedded_signatures, 1):
            contents = bytes(signature.pkcs7_content).rstrip(b"\0")
            found[f"{Path(name).stem}-{number}.der"] = contents
    arguments = ["cms", "-sign", "-binary", "-cades", "-signer", "signer.pem", "-inkey",
                 "signer.key", "-outform", "DER"]
    found["attached.der"] = pki.run(*arguments, "-nodetach", input=b"content")
    found["key-identifier.der"] = pki.run(*arguments, "-keyid", input=b"content")
    found["no-attributes.der"] = pki.run(
        "cms", "-sign", "-binary", "-noattr", "-signer", "signer.pem", "-inkey", "signer.key",
        "-outform", "DER", input=b"content")
    found["certificate.der"] = (pki.folder / "signer.crt").read_bytes()
    found["list.der"] = (pki.folder / "root.crl").read_bytes()
    found["answer.der"] = (pki.folder / "answer.der").read_bytes()
    return found


def revocation(pki: PKI):
    """A revocation list with one entry, and an OCSP response."""
    common = ["-config", "root.cnf", "-name", "ca", "-keyfile", "root.key", "-cert", "root.pem"]
    pki.run("ca", *common, "-revoke", "old.pem", "-crl_reason", "superseded")
    pki.run("ca", *common, "-gencrl", "-out", "root.pem.crl")
    pki.run("crl", "-in", "root.pem.crl", "-outform", "DER", "-out", "root.crl")
    pki.run("ocsp", "-issuer", "root.pem", "-cert", "signer.pem", "-reqout", "request.der")
    pki.run("ocsp", "-index", "index.txt", "-rsigner", "root.pem", "-rkey", "root.key", "-CA",
            "root.pem", "-reqin", "request.der", "-respout", "answer.der", "-ndays", "30")


def tokens(pki: PKI) -> dict[str, bytes]:
    found = {"query.der": pki.run(
        "ts", "-query", "-digest", "07" * 32, "-sha256", "-cert", "-tspolicy", "1.2.3.4")}
    (pki.folder / "query.der").write_bytes(found["query.der"])
    found["reply.der"] = pki.run(*reply_to("query.der"))
    found["token.der"] = pki.run(*reply_to("query.der"), "-token_out")
    found["reply-chain.der"] = pki.run(*reply_to("query.der"), "-chain", "root.pem")
    # A policy that the authority does not have.
    other = found["query.der"].replace(b"\x2a\x03\x04", b"\x2a\x03\x05")
    (pki.folder / "other.der").write_bytes(other)
    found["rejection.der"] = pki.run(*reply_to("other.der"))
    return found


def forms() -> dict[str, bytes]:
    media = b'multipart/form-data; boundary="x"\n'
    part = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a%22.pdf"\r\n\r\n'
    extended = b"--x\r\ncontent-disposition: form-data; name=a; filename*=UTF-8''%e2%82%ac\r\n\r\n"
    return {
        "two-parts": media + part + b"data\r\n-- \r\n" + extended + b"more\r\n--x--\r\n",
        "preamble": media + b"before\r\n" + part + b"\r\n--x \t\r\n" + part[5:] + b"\r\n--x--after",
        "truncated": media + part + b"data\r\n--x",
        "folded": media + b"--x\r\nContent-Disposition:\r\n form-data; name=\"\\\"\"\r\n\r\n\r\n--x--",
        "no-boundary": b"multipart/form-data\n--x--",
    }


def main(target: Path):
    with tempfile.TemporaryDirectory() as folder:
        pki = PKI(Path(folder))
        revocation(pki)
        files = signed_files(pki)
        everything = {
            "Update": unsigned_files() | files, "Verification": unsigned_files() | files,
            "Containers": containers(files, pki), "Tokens": tokens(pki), "Multipart": forms(),
        }
    for name, seeds in everything.items():
        (target / name).mkdir(parents=True, exist_ok=True)
        for file, content in seeds.items():
            (target / name / file).write_bytes(content)


main(Path(sys.argv[1]))

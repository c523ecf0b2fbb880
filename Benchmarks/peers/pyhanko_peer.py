"""Signs and verifies with pyHanko and prints what it costs.

usage: pyhanko_peer.py sign FOLDER FILE RUNS | pyhanko_peer.py verify FOLDER FILE RUNS

Leaner than as documented: the key is parsed once, the room for the CMS is known, nothing is fetched,
and signing happens in place, so that no copy of the file is made.
"""

import asyncio
import gc
import shutil
import statistics
import sys
import time
from pathlib import Path

from asn1crypto import keys, x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

ROOM = 2048
WARMING = 5
# Signed by the peer that runs first.
SMALL = "50 KB signed 1.pdf"


class CachedSigner(signers.SimpleSigner):
    """The key is read once, not for every signature."""

    def __init__(self, key: bytes, certificate: x509.Certificate, chain: SimpleCertificateStore):
        self.key = serialization.load_der_private_key(key, None)
        super().__init__(
            signing_cert=certificate, signing_key=keys.PrivateKeyInfo.load(key),
            cert_registry=chain)

    async def async_sign_raw(self, data, digest_algorithm, dry_run=False):
        return bytes(ROOM // 2) if dry_run else self.key.sign(data, ECDSA(hashes.SHA256()))


class Peer:
    def __init__(self, folder: Path):
        self.folder = folder
        self.issuer = self.certificate("issuer.crt")
        chain = SimpleCertificateStore.from_certs([self.issuer])
        self.signer = CachedSigner(
            (folder / "signer.key").read_bytes(), self.certificate("signer.crt"), chain)
        self.style = TextStampStyle(
            stamp_text="Signed by Benchmark Signer\n2026-01-01 00:00:00 UTC", border_width=0)

    def certificate(self, name: str) -> x509.Certificate:
        return x509.Certificate.load((self.folder / name).read_bytes())

    async def sign(self, path: Path, number: int):
        with path.open("r+b") as file:
            writer = IncrementalPdfFileWriter(file)
            metadata = signers.PdfSignatureMetadata(
                field_name=f"Signature{number}", subfilter=fields.SigSeedSubFilter.PADES,
                md_algorithm="sha256")
            field = fields.SigFieldSpec(f"Signature{number}", on_page=0, box=(50, 50, 230, 95))
            signer = signers.PdfSigner(
                metadata, self.signer, stamp_style=self.style, new_field_spec=field)
            await signer.async_sign_pdf(writer, bytes_reserved=2 * ROOM, in_place=True)

    async def row(self, source: Path, count: int) -> tuple[float, int]:
        """Processor milliseconds of so many signatures in a row, and bytes added by each."""
        copy = self.folder / "pyhanko.pdf"
        shutil.copyfile(source, copy)
        before = time.process_time()
        for number in range(count):
            await self.sign(copy, number)
        spent = (time.process_time() - before) * 1000
        return spent, (copy.stat().st_size - source.stat().st_size) // count

    async def report_signing(self, file: Path, runs: int):
        for _ in range(WARMING):
            await self.row(self.folder / "warm.pdf", 1)
        gc.collect()
        idle = memory("VmRSS")
        forget_peak()
        one = [await self.row(file, 1) for _ in range(runs)]
        tell("one.cpu", statistics.median(spent for spent, _ in one))
        tell("one.bytes", one[0][1])
        tell("memory", memory("VmHWM") - idle)
        ten = [await self.row(file, 10) for _ in range(max(3, runs // 10))]
        tell("ten.cpu", statistics.median(spent for spent, _ in ten))
        tell("ten.bytes", ten[0][1])

    async def verify(self, path: Path) -> int:
        with path.open("rb") as file:
            reader = PdfFileReader(file)
            context = ValidationContext(trust_roots=[self.issuer], allow_fetching=False)
            signatures = reader.embedded_signatures
            for signature in signatures:
                status = await async_validate_pdf_signature(signature, context)
                if not status.bottom_line:
                    raise SystemExit(f"pyHanko: {signature.field_name} of {path.name} is not good")
            return len(signatures)

    async def report_verification(self, file: Path, runs: int):
        for _ in range(WARMING):
            await self.verify(self.folder / SMALL)
        gc.collect()
        idle = memory("VmRSS")
        forget_peak()
        spent = []
        for _ in range(max(3, runs // 5)):
            before = time.process_time()
            if await self.verify(file) == 0:
                raise SystemExit("nothing is signed")
            spent.append((time.process_time() - before) * 1000)
        tell("verify.cpu", statistics.median(spent))
        tell("verify.memory", memory("VmHWM") - idle)


def tell(name: str, value: float):
    print(name, f"{value:.4f}")


def memory(key: str) -> float:
    """A line of /proc/self/status in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(key):
            return int(line.split()[1]) / 1024
    raise KeyError(key)


def forget_peak():
    Path("/proc/self/clear_refs").write_text("5")


def main():
    task, folder, file, runs = sys.argv[1:]
    peer = Peer(Path(folder))
    report = peer.report_signing if task == "sign" else peer.report_verification
    asyncio.run(report(Path(folder) / file, int(runs)))


main()

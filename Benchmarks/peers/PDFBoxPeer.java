import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Calendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs one file again and again with Apache PDFBox and BouncyCastle and prints what it costs.
 *
 * Usage: PDFBoxPeer FOLDER FILE RUNS. The signature is a PAdES B-B with a visible field that shows
 * two lines of text. Key, certificates and the appearance are made once; the processor time is that
 * of the signing thread alone, so that neither the compiler nor the collector counts.
 */
public final class PDFBoxPeer {
    private static final int ROOM = 2048;
    private static final int WARMING = 400;

    private final Path folder;
    private final CMSSignedDataGenerator generator;

    private PDFBoxPeer(Path folder) throws Exception {
        this.folder = folder;
        X509Certificate signer = certificate("signer.crt");
        X509Certificate issuer = certificate("issuer.crt");
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(
                new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("signer.key"))));
        JcaSignerInfoGeneratorBuilder builder = new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().build());
        builder.setSignedAttributeGenerator(cades(signer));
        SignerInfoGenerator info = builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(key), signer);
        generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(info);
        generator.addCertificates(new JcaCertStore(Arrays.asList(signer, issuer)));
    }

    private X509Certificate certificate(String name) throws Exception {
        try (InputStream file = new FileInputStream(folder.resolve(name).toFile())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(file);
        }
    }

    /** The attributes of CAdES: a signing-certificate-v2 and no signing time. */
    private static CMSAttributeTableGenerator cades(X509Certificate signer) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(signer.getEncoded());
        Attribute attribute = new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(hash)})));
        CMSAttributeTableGenerator standard = new DefaultSignedAttributeTableGenerator(
                new AttributeTable(new DERSet(attribute)));
        return parameters -> standard.getAttributes(parameters)
                .remove(PKCSObjectIdentifiers.pkcs_9_at_signingTime);
    }

    /** A document that holds nothing but the visible field, as PDFBox wants it. */
    private static byte[] template(PDRectangle page, PDRectangle area) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(page));
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            form.getFields().add(field);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            widget.setRectangle(area);
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.getCOSObject().setDirect(true);
            appearance.setNormalAppearance(appearance(document, area));
            widget.setAppearance(appearance);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDAppearanceStream appearance(PDDocument document, PDRectangle area)
            throws IOException {
        PDFormXObject form = new PDFormXObject(new PDStream(document));
        form.setResources(new PDResources());
        form.setFormType(1);
        form.setBBox(new PDRectangle(area.getWidth(), area.getHeight()));
        PDAppearanceStream stream = new PDAppearanceStream(form.getCOSObject());
        try (PDPageContentStream content = new PDPageContentStream(document, stream)) {
            content.beginText();
            content.setFont(PDType1Font.HELVETICA, 9);
            content.newLineAtOffset(4, 28);
            content.showText("Signed by Benchmark Signer");
            content.newLineAtOffset(0, -12);
            content.showText("2026-01-01 00:00:00 UTC");
            content.endText();
        }
        return stream;
    }

    private void sign(File input, File output, byte[] template) throws IOException {
        try (PDDocument document = PDDocument.load(input);
                SignatureOptions options = new SignatureOptions();
                OutputStream stream = new BufferedOutputStream(new FileOutputStream(output))) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setName("Benchmark Signer");
            signature.setSignDate(Calendar.getInstance());
            options.setVisualSignature(new ByteArrayInputStream(template));
            options.setPage(0);
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(signature, (SignatureInterface) this::container, options);
            document.saveIncremental(stream);
        }
    }

    private byte[] container(InputStream content) throws IOException {
        try {
            return generator.generate(new StreamedContent(content), false).getEncoded("DER");
        } catch (CMSException error) {
            throw new IOException(error);
        }
    }

    private static final class StreamedContent implements CMSTypedData {
        private final InputStream content;

        StreamedContent(InputStream content) {
            this.content = content;
        }

        @Override public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override public void write(OutputStream stream) throws IOException {
            IOUtils.copy(content, stream);
        }

        @Override public Object getContent() {
            return content;
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** A line of /proc/self/status in MiB. */
    private static double memory(String key) throws IOException {
        for (String line : Files.readAllLines(Paths.get("/proc/self/status"))) {
            if (line.startsWith(key)) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException(key);
    }

    /** Signs the file so often in a row, each time what came out before; milliseconds. */
    private double row(File input, int count, byte[] template) throws IOException {
        File current = input;
        long before = processorTime();
        for (int number = 0; number < count; number++) {
            File next = folder.resolve("pdfbox-" + number % 2 + ".pdf").toFile();
            sign(current, next, template);
            current = next;
        }
        double spent = (processorTime() - before) / 1e6;
        bytesAdded = (current.length() - input.length()) / count;
        return spent;
    }

    private long bytesAdded;

    private void report(File input, int runs) throws IOException {
        double idle = memory("VmRSS");
        byte[] template = template(PDRectangle.A4, new PDRectangle(50, 50, 180, 45));
        File small = folder.resolve("warm.pdf").toFile();
        for (int number = 0; number < WARMING; number++) {
            sign(small, folder.resolve("pdfbox-0.pdf").toFile(), template);
        }
        double[] one = new double[runs];
        for (int number = 0; number < runs; number++) one[number] = row(input, 1, template);
        System.out.printf("one.cpu %.4f%none.bytes %d%n", median(one), bytesAdded);
        System.out.printf("memory %.1f%n", memory("VmHWM") - idle);
        double[] ten = new double[Math.max(3, runs / 10)];
        for (int number = 0; number < ten.length; number++) ten[number] = row(input, 10, template);
        System.out.printf("ten.cpu %.4f%nten.bytes %d%n", median(ten), bytesAdded);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Paths.get(arguments[0]);
        new PDFBoxPeer(folder).report(
                folder.resolve(arguments[1]).toFile(), Integer.parseInt(arguments[2]));
    }
}

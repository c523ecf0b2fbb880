import Testing

@testable import PDFSigning

@Suite("Metadata that validators can read")
struct MetadataPacketTests {
    private static let packet = """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- a note -->
          <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
            <rdf:Description dc:title="A &amp; B &#8212; C" xmlns:dc="d"/><a><![CDATA[<&]]></a>
          </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """

    private func isWellFormed(_ text: String) -> Bool {
        MetadataPacket.isWellFormed(Array(text.utf8))
    }

    @Test("a packet is one, with or without what surrounds it")
    func good() {
        #expect(isWellFormed(Self.packet))
        #expect(isWellFormed("\u{FEFF}<xmpmeta xmlns=\"adobe:ns:meta/\"/>"))
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "no packet", "<xmpmeta/>", "<x:xmpmeta xmlns:x='adobe:ns:meta/'>",
            "<rdf:RDF xmlns:rdf='r'/>", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/><b/>",
            "<!DOCTYPE a><x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><a></b></x:xmpmeta>",
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'>&own;</x:xmpmeta>",
            "<x:xmpmeta xmlns:x='adobe:ns:meta/' a='1' a='2'/>",
            "<x:xmpmeta xmlns:x='adobe:ns:meta/' a='<'/>", "<x:xmpmeta xmlns:x='adobe:ns:meta/",
        ])
    func bad(text: String) {
        #expect(!isWellFormed(text))
    }

    @Test("no cut of a packet is one, and none does harm")
    func cut() {
        let bytes = Array(Self.packet.utf8)
        let end = Self.packet.utf8.count - "\n<?xpacket end=\"w\"?>".utf8.count
        for count in 0..<end { #expect(!MetadataPacket.isWellFormed(Array(bytes.prefix(count)))) }
    }

    @Test("bytes that are no UTF-8, and tags without an end, are refused")
    func hostile() {
        #expect(!MetadataPacket.isWellFormed([0xFF, 0xFE, 0x3C]))
        #expect(
            !isWellFormed(String(repeating: "<x:xmpmeta xmlns:x='adobe:ns:meta/'>", count: 9_999)))
    }
}

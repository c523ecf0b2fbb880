import Domain
import FaceTestKit
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

@testable import SignOKFace

/// What a document is made from, wrong in turn: refused with the member's name in Korean, and
/// nothing is stored.
struct CreationFieldTests {
    private static let long = String(repeating: "d", count: 501)
    private static let anna = #""name":"김 안나","contact":"anna@example.net""#
    private static let landlord = #"{"index":3,"name":"이 보람","contact":"010-1234-5678"}"#

    /// A good order with this in the place of its first signer.
    private static func signer(_ members: String) -> String {
        #""signer":[{"index":1,\#(members)},\#(landlord)]"#
    }

    private static func item(_ members: String) -> String {
        signer(#"\#(anna),"items":[{\#(members)}]"#)
    }

    private static func auth(_ members: String, contact: String) -> String {
        signer(#""name":"김","contact":"\#(contact)","auth":{\#(members)}"#)
    }

    private static let good = signer(anna)

    static let wrong: [(members: String, path: String)] = [
        (#""title":"\#(long)",\#(good)"#, "title"), (#""title":"a\u0007",\#(good)"#, "title"),
        (#""title":[],\#(good)"#, "title"), (#""title":"  ",\#(good)"#, "title"),
        (#""search_code":"\#(long)",\#(good)"#, "search_code"),
        (#""auto_send":"maybe",\#(good)"#, "auto_send"),
        (#""auto_confirm":[],\#(good)"#, "auto_confirm"),
        (#""redirect_url":"javascript:alert(1)",\#(good)"#, "redirect_url"),
        (#""redirect_url":"http://example.org/",\#(good)"#, "redirect_url"),
        (
            #""redirect_url":"https://example.org/\#(String(repeating: "a", count: 2_048))",\#(good)"#,
            "redirect_url"
        ),
        (#""signer":{}"#, "signer"), (#""signer":[7]"#, "signer[0]"),
        (#""signer":[{"name":"a"}]"#, "signer[0].index"),
        (#""signer":[{"index":4,"name":"a"}]"#, "signer[0].index"),
        (#""signer":[{"index":0,"name":"a"}]"#, "signer[0].index"),
        (#""signer":[{"index":"x","name":"a"}]"#, "signer[0].index"),
        (#""signer":[{"id":"nobody","name":"a"}]"#, "signer[0].id"),
        (#""signer":[{"index":3,\#(anna)},{"id":"landlord"}]"#, "signer[1].id"),
        (#""signer":[{"index":1,\#(anna)}]"#, "signer[index=3].contact"),
        (signer(#""contact":"anna@example.net""#), "signer[0].name"),
        (signer(#""name":"\#(long)","contact":"a@example.net""#), "signer[0].name"),
        (signer(#""name":"김""#), "signer[0].contact"),
        (signer(#""name":"김","contact":"nobody""#), "signer[0].contact"),
        (signer(#""name":"김","email":"01012345678""#), "signer[0].email"),
        (signer(#""name":"김","mobile":"a@example.net""#), "signer[0].mobile"),
        (signer(#""name":"김","contact":"+82 10 1234 5678""#), "signer[1].contact"),
        (signer(#"\#(anna),"memo":"\#(long)\#(long)""#), "signer[0].memo"),
        (auth(#""hp":"김""#, contact: "a@example.net"), "signer[0].auth.hp"),
        (auth(#""simple":"김""#, contact: "a@example.net"), "signer[0].auth.simple"),
        (auth(#""biz_no":"123-45-67890""#, contact: "01011112222"), "signer[0].auth.biz_no"),
        (auth(#""biz_no":"123""#, contact: "a@example.net"), "signer[0].auth.biz_no"),
        (auth(#""password":"\#(long)""#, contact: "a@example.net"), "signer[0].auth.password"),
        (signer(#"\#(anna),"auth":[]"#), "signer[0].auth"),
        (item(#""value":"x""#), "signer[0].items[0].key"),
        (item(#""key":"city""#), "signer[0].items[0].value"),
        (item(#""key":"nothing","value":"x""#), "signer[0].items[0].key"),
        (item(#""key":"seal2","value":"x""#), "signer[0].items[0].key"),
        (item(#""key":"city","value":"123456""#), "signer[0].items[0].value"),
        (item(#""key":"city","value":"a\u0007""#), "signer[0].items[0].value"),
        (item(#""key":"city","value":"\ue000""#), "signer[0].items[0].value"),
        (item(#""key":"city","value":"\uffff""#), "signer[0].items[0].value"),
        (item(#""key":"city","value":"\udbff\udffd""#), "signer[0].items[0].value"),
        (item(#""key":"city","checked":true"#), "signer[0].items[0].checked"),
        (item(#""key":"agree","value":"maybe""#), "signer[0].items[0].value"),
        (item(#""key":"agree","checked":"maybe""#), "signer[0].items[0].checked"),
        (item(#""key":"kind","value":"매매""#), "signer[0].items[0].value"),
        (item(#""key":"pay","value":"""#), "signer[0].items[0].value"),
        (item(#""key":"seal","value":"안나""#), "signer[0].items[0].value"),
        (item(#""key":"seal","image":"%%%""#), "signer[0].items[0].image"),
        (item(#""key":"city","image":"UE5H""#), "signer[0].items[0].image"),
        (item(#""key":"city","value":"a"},{"key":"city","value":"b""#), "signer[0].items[1].key"),
        (#""items":[{"key":"none","value":"x"}],\#(good)"#, "items[0].key"),
        (#""items":[{"key":"seal2","image":"UE5H"}],\#(good)"#, "items[0].image"),
        (#""cc_list":[{}],\#(good)"#, "cc_list[0].contact"),
        (#""cc_list":[{"contact":"x"}],\#(good)"#, "cc_list[0].contact"),
        (#""cc_list":[{"contact":"c@x.kr"},{"contact":"C@x.kr"}],\#(good)"#, "cc_list[1].contact"),
    ]

    private static func expectNothing(in face: FaceUnderTest) async throws {
        let access = try await face.access(for: Sample.colleague)
        let count = try await face.ask(.get, "/api/v2/document/count", access).text
        #expect(count.contains(#"{"count":0}"#))
        #expect(face.world.archive.blobCount == 1)
        #expect(face.world.archive.openDraftCount == 0)
    }

    @Test("in one document", arguments: wrong)
    func one(members: String, path: String) async throws {
        let face = FaceUnderTest()
        let template = try await face.template("lease")
        let reply = try await face.ask(
            .post, "/api/v1/document/create", try await face.access(),
            #"{"document":{"template_id":"\#(template)",\#(members)}}"#)
        #expect(reply.status == .badRequest, "\(reply.text)")
        #expect(
            reply.text.hasPrefix(
                #"{"document":{"status":"failure","message":"document.\#(path): "#)
                || reply.text.contains(#""message":"\#(path): "#), "\(reply.text)")
        try await Self.expectNothing(in: face)
    }

    @Test("in the last row of many", arguments: wrong)
    func many(members: String, path: String) async throws {
        let face = FaceUnderTest()
        let template = try await face.template("lease")
        let reply = try await face.ask(
            .post, "/api/v2/document/bulk/create", try await face.access(),
            #"{"bulk_list":[{\#(Self.good)},{\#(members)}],"template_id":"\#(template)"}"#)
        #expect(reply.status == .badRequest, "\(reply.text)")
        #expect(
            reply.text.hasPrefix(#"{"code":"400","message":"bulk_list[1].\#(path): "#),
            "\(reply.text)")
        try await Self.expectNothing(in: face)
    }

    @Test(
        "the template itself",
        arguments: [
            (#""title":"a""#, 400, "template_id: "), (#""template_id":{}"#, 400, "template_id: "),
            (#""template_id":"x""#, 404, "템플릿"),
            (#""template_id":"677de98166124c6fac9aa5de6e6b8a92""#, 404, "템플릿"),
        ])
    func template(members: String, status: Int, word: String) async throws {
        let face = FaceUnderTest()
        let reply = try await face.ask(
            .post, "/api/v1/document/create", try await face.access(), "{\(members)}")
        #expect(reply.status.code == status)
        #expect(reply.text.contains(#""message":"\#(word)"#), "\(reply.text)")
    }

    @Test("another account's template is as absent as none")
    func foreignTemplate() async throws {
        let face = FaceUnderTest()
        let template = try await face.template("lease")
        let reply = try await face.ask(
            .post, "/api/v1/document/create", try await face.access(for: Sample.stranger),
            #"{"template_id":"\#(template)",\#(Self.good)}"#)
        #expect(reply.status == .notFound)
    }

    @Test("a picture that is none is named, and so is one of more than 512 KiB")
    func pictures() async throws {
        let large = String(repeating: "AAAA", count: 200_000)
        let face = FaceUnderTest()
        let template = try await face.template("lease")
        let reply = try await face.ask(
            .post, "/api/v1/document/create", try await face.access(),
            #"{"template_id":"\#(template)",\#(Self.item(#""key":"seal","image":"\#(large)""#))}"#)
        #expect(reply.text.contains("signer[0].items[0].image: "), "\(reply.text)")
        try await Self.expectNothing(in: face)
    }
}

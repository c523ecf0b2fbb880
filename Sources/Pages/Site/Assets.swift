import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import NIOCore

/// The style sheet and the script, under names that change with their bytes.
struct Assets: Sendable {
    struct Asset: Sendable {
        let address: String
        let mediaType: String
        let bytes: [UInt8]

        init(_ name: String, _ ending: String, _ mediaType: String, _ bytes: [UInt8]) {
            let hash = "\(ContentHash(of: bytes))".prefix(12)
            address = "/assets/\(name)-\(hash).\(ending)"
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    let stylesheet = Asset("site", "css", "text/css; charset=utf-8", PackageResources.site_css)
    let script = Asset("site", "js", "text/javascript; charset=utf-8", PackageResources.site_js)

    var all: [Asset] { [stylesheet, script] }
}

struct AssetRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        for asset in site.assets.all {
            router.get(RouterPath(asset.address)) { _, _ in
                Response(
                    status: .ok,
                    headers: [
                        .contentType: asset.mediaType,
                        .cacheControl: "public, max-age=31536000, immutable",
                    ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
            }
        }
    }
}

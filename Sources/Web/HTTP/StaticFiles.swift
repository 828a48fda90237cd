import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Proof
import Rules

/// Style sheets, scripts and pictures of the screens, read once at the start: two hundred tablets that open a page together cost no disk.
struct StaticFiles: RouterMiddleware {
    typealias Context = AppContext

    /// Where they stand in the address, and in the folder of the templates.
    static let prefix = "/static/"

    private struct File {
        var body: ByteBuffer
        var headers: HTTPFields
        var tag: String
    }

    private let files: [String: File]

    init(folder: String) throws {
        var files: [String: File] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let tag = "\"" + Hex.encode(SHA256.hash(data: bytes).prefix(12)) + "\""
            var headers: HTTPFields = [.eTag: tag, .cacheControl: "public, no-cache"]
            if let type = MediaType.getMediaType(forExtension: URL(filePath: path).pathExtension) { headers[.contentType] = type.description }
            files[Self.prefix + name] = File(body: ByteBuffer(bytes: bytes), headers: headers, tag: tag)
        }
        self.files = files
    }

    func handle(_ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response) async throws -> Response {
        let path = request.uri.path
        guard path.hasPrefix(Self.prefix), request.method == .get || request.method == .head else { return try await next(request, context) }
        guard let answer = answer(to: request.head, path: path) else { throw Refusal(.notFound) }
        guard request.method == .get, answer.status == .ok else {
            var headers = answer.headers
            if answer.status == .ok { headers[.contentLength] = "\(answer.body.readableBytes)" }
            return Response(status: answer.status, headers: headers)
        }
        return Response(status: .ok, headers: answer.headers, body: .init(byteBuffer: answer.body))
    }

    /// The file at a path, or that the asker has it already (304, no body); nil: there is none.
    func answer(to request: HTTPRequest, path: String) -> (status: HTTPResponse.Status, headers: HTTPFields, body: ByteBuffer)? {
        guard path.hasPrefix(Self.prefix), let file = files[path] else { return nil }
        if let known = request.headerFields[.ifNoneMatch], known == "*" || known.contains(file.tag) { return (.notModified, file.headers, ByteBuffer()) }
        return (.ok, file.headers, file.body)
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Where the repository begins.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

extension Request {
    /// A request with nothing in it but what a test says.
    static func to(_ path: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get) -> Request {
        Request(head: HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers), body: .init(buffer: ByteBuffer()))
    }
}

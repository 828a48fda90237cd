import Cabinet
import Foundation
import Hummingbird
import NIOCore
import Push
import Rules
import Store

/// Health, metrics, the OpenAPI document.
struct OperationsRoutes {
    let at: Dependencies

    func add(to router: Router<AppContext>, api: RouterGroup<AppContext>) {
        router.get("healthz") { _, _ in Response(status: .ok, headers: ReadyAnswers.healthHeaders, body: .init(byteBuffer: ReadyAnswers.healthBody)) }
        router.get("readyz", use: ready)
        router.get("metrics", use: metrics)
        api.get("openapi.json", use: openAPI)
    }

    /// Ready: the database answers and workers can be had.
    @Sendable func ready(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await at.cabinet.read { tx in try tx.epoch() }
        return Response(status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: .init(byteBuffer: ByteBuffer(string: "ready\n")))
    }

    /// Prometheus text format 0.0.4; for the machine itself and administrators, to others it does not exist.
    @Sendable func metrics(_ request: Request, _ context: AppContext) async throws -> Response {
        guard Self.isLoopback(context.address) || context.session?.caller.administers == true else { throw Refusal(.notFound) }
        let hub = at.hub.counters
        let log = try await at.cabinet.read { tx in try tx.position() }
        let lines = [
            "# HELP ecabinet_log_position Global position of the newest event.", "# TYPE ecabinet_log_position counter", "ecabinet_log_position \(log)",
            "# HELP ecabinet_push_sockets Open WebSockets.", "# TYPE ecabinet_push_sockets gauge", "ecabinet_push_sockets \(hub.sockets)",
            "# HELP ecabinet_push_subscriptions Live subscriptions.", "# TYPE ecabinet_push_subscriptions gauge", "ecabinet_push_subscriptions \(hub.subscriptions)",
            "# HELP ecabinet_push_frames_total Frames written.", "# TYPE ecabinet_push_frames_total counter", "ecabinet_push_frames_total \(hub.frames)",
            "# HELP ecabinet_push_bytes_total Bytes written.", "# TYPE ecabinet_push_bytes_total counter", "ecabinet_push_bytes_total \(hub.bytes)",
            "# HELP ecabinet_push_resyncs_total Subscribers told to fetch afresh.", "# TYPE ecabinet_push_resyncs_total counter", "ecabinet_push_resyncs_total \(hub.resyncs)",
            "# HELP ecabinet_push_slow_consumers_total Sockets closed because they did not keep up.", "# TYPE ecabinet_push_slow_consumers_total counter",
            "ecabinet_push_slow_consumers_total \(hub.slowConsumers)",
        ]
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: lines.joined(separator: "\n") + "\n")))
    }

    @Sendable func openAPI(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: at.configuration.openAPIPath))
        return Response(status: .ok, headers: [.contentType: "application/json; charset=utf-8"], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func isLoopback(_ address: String) -> Bool { address == "local" || address == "::1" || address.hasPrefix("127.") }
}

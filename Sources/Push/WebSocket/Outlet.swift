import NIOCore

/// The writing side of one socket as the hub sees it. Touched on the socket's event loop only.
protocol Outlet: AnyObject {
    /// False while the peer takes nothing: then the hub keeps the socket's cursor and no frame.
    var isWritable: Bool { get }
    /// Sends one whole frame; a closing socket drops it.
    func write(_ frame: ByteBuffer)
}

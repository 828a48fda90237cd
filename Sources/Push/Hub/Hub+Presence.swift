public import Rules
public import Store

extension Hub {
    /// Whose sockets follow a stream now. A signal beside declared presence, never a fact: a tablet may sleep in the room, and an
    /// open page may have nobody before it.
    public func readers(of stream: StreamID) -> Set<UserID> {
        Set(registry.places.values.lazy.filter { $0.stream == stream }.compactMap { self.registry.seats[$0.socket]?.subscriber.userID })
    }
}

import Rules
import Store

/// Who is connected and follows what: the hub's books, kept within their limits. Does no I/O.
struct Registry {
    struct Seat {
        var subscriber: Subscriber
        var connection: SocketConnection
        var loop: LoopHandle
        /// By the name the client used.
        var subscriptions: [String: SubscriptionID] = [:]
    }

    struct Place {
        var socket: SocketID
        var name: String
        var stream: StreamID
    }

    enum Admission: Equatable {
        /// Perhaps in place of an older socket of the same person.
        case admitted(SocketID, evicted: SocketID?)
        case full
    }

    let limits: HubConfiguration
    private(set) var seats: [SocketID: Seat] = [:]
    private(set) var places: [SubscriptionID: Place] = [:]
    /// Oldest first.
    private var users: [UserID: [SocketID]] = [:]
    private var lastNumber = 0

    init(limits: HubConfiguration) { self.limits = limits }

    mutating func admit(_ subscriber: Subscriber, _ connection: SocketConnection, _ loop: LoopHandle) -> Admission {
        let own = users[subscriber.userID] ?? []
        // The oldest is the one most likely dead: a phone that changed networks.
        let evicted = own.count >= limits.maxSocketsPerUser ? own.first : nil
        guard evicted != nil || seats.count < limits.maxSockets else { return .full }
        let socket = SocketID(number: nextNumber())
        seats[socket] = Seat(subscriber: subscriber, connection: connection, loop: loop)
        users[subscriber.userID, default: []].append(socket)
        return .admitted(socket, evicted: evicted)
    }

    /// - Returns: the streams that lost a reader.
    mutating func remove(_ socket: SocketID) -> (seat: Seat, streams: [StreamID])? {
        guard let seat = seats.removeValue(forKey: socket) else { return nil }
        let user = seat.subscriber.userID
        users[user]?.removeAll { $0 == socket }
        if users[user]?.isEmpty == true { users[user] = nil }
        return (seat, seat.subscriptions.values.compactMap { places.removeValue(forKey: $0)?.stream })
    }

    /// - Returns: nil for a socket that has gone.
    mutating func subscribe(_ socket: SocketID, name: String, stream: StreamID) -> SubscriptionID? {
        guard seats[socket] != nil else { return nil }
        precondition(seats[socket]!.subscriptions[name] == nil, "one subscription for each name")
        let id = SubscriptionID(number: nextNumber())
        seats[socket]!.subscriptions[name] = id
        places[id] = Place(socket: socket, name: name, stream: stream)
        return id
    }

    mutating func unsubscribe(_ socket: SocketID, name: String) -> (id: SubscriptionID, place: Place)? {
        guard let id = seats[socket]?.subscriptions.removeValue(forKey: name), let place = places.removeValue(forKey: id) else { return nil }
        return (id, place)
    }

    func isFull(_ socket: SocketID) -> Bool { (seats[socket]?.subscriptions.count ?? 0) >= limits.maxSubscriptionsPerSocket }

    func sockets(of user: UserID) -> [SocketID] { users[user] ?? [] }

    func sockets(ofSession session: String) -> [SocketID] {
        seats.filter { $0.value.subscriber.sessionID == session }.map(\.key).sorted()
    }

    private mutating func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }
}

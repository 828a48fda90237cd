import Logging
public import Store

extension Hub {
    /// Grants may have changed in a way the log does not show: everyone is asked anew before anything more is shown.
    public func regrant() {
        for loop in loops.values { loop.run { $0.distrust() } }
    }

    /// The same for those who follow one stream.
    public func regrant(_ stream: StreamID) {
        for loop in streams[stream]?.loops ?? [] { loops[loop]?.run { $0.distrust(stream) } }
    }

    /// Forgets recent events of a stream, as when personal content in them was erased: resumes read the store again.
    public func forget(_ stream: StreamID) {
        guard let head = streams[stream]?.ring.head else { return }
        streams[stream]!.ring.reset(head: head)
        streams[stream]!.cache.removeAll()
        for loop in streams[stream]!.loops { loops[loop]?.run { $0.append([], to: stream, resetTo: head) } }
    }

    /// Answers what the fan-outs ask, `regrantWorkers` at a time.
    nonisolated func renewGrants() async {
        for await _ in requests.grants.wakes {
            await withTaskGroup(of: Void.self) { group in
                for (index, request) in requests.grants.takeAll().enumerated() {
                    if index >= configuration.regrantWorkers { await group.next() }
                    group.addTask { await self.renew(request) }
                }
            }
        }
    }

    private nonisolated func renew(_ request: HubRequests.Grants) async {
        guard let (subscriber, place) = await reader(of: request.subscription) else { return }
        meter.regrants.up()
        do {
            let access = try await subscriber.authorise(place.name)
            if let access, access.stream == place.stream {
                request.loop.run { $0.regrant(request.subscription, access.grants, round: request.round, asOf: request.asOf) }
            } else {
                await lose(request.subscription)
            }
        } catch {
            logger.error("a reader cannot be authorised", metadata: ["stream": "\(place.stream)", "error": "\(error)"])
            await sendAway(request.subscription)
        }
    }

    private func reader(of subscription: SubscriptionID) -> (Subscriber, Registry.Place)? {
        guard let place = registry.places[subscription], let seat = registry.seats[place.socket] else { return nil }
        return (seat.subscriber, place)
    }

    /// The reader may no longer know of the stream; the socket stays.
    private func lose(_ subscription: SubscriptionID) {
        guard let place = registry.places[subscription], let seat = registry.seats[place.socket] else { return }
        guard let (id, _) = registry.unsubscribe(place.socket, name: place.name) else { return }
        lostReader(place.stream)
        let farewell = HubFrame.error(.notFound, stream: place.name, detail: "no such stream, or none you may see")
        seat.loop.run { $0.detach(id, farewell: farewell) }
    }
}

import Logging
import NIOCore
import ServiceLifecycle
import Store

extension Hub {
    /// Follows the log until graceful shutdown, then closes every socket with 1001.
    public func run() async throws {
        let rings = store.bell.rings()
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { for await _ in rings { self.wake.yield() } }
                group.addTask { await self.keepTime() }
                group.addTask { await self.follow() }
                group.addTask { await self.fetchPages() }
                group.addTask { await self.renewGrants() }
                group.addTask { await self.paceSignals() }
            }
        }
        stop()
    }

    private nonisolated func follow() async {
        for await _ in wakes {
            do {
                try await look()
            } catch {
                await couldNotLook(error)
            }
        }
    }

    /// A lost bell loses nothing: a look every second as well.
    private nonisolated func keepTime() async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: .init(configuration.lookInterval)) } catch { return }
            wake.yield()
            await tick(now: .now())
        }
    }

    private func tick(now: NIODeadline) {
        for loop in loops.values { loop.run { $0.showHidden() } }
        let idle = streams.filter { $0.value.readers == 0 && now - $0.value.idleSince >= configuration.idleStream && waiting[$0.key] == nil }
        for (stream, followed) in idle {
            for loop in followed.loops { loops[loop]?.run { $0.close(stream) } }
            streams[stream] = nil
            heads[stream] = nil
        }
        meter.streams.set(streams.count)
    }

    private func look() async throws {
        let asked = waiting
        waiting = [:]
        let question = Look.Question(positions: positions, heads: heads, asked: asked.mapValues(\.after), limits: configuration)
        let answer: Look
        do {
            answer = try await store.read { [reader] tx in try Look(question, in: tx, reader: reader) }
        } catch {
            waiting.merge(asked) { $0.joined(by: $1) }
            throw error
        }
        looks += 1
        isBlind = false
        meter.looks.up()
        epoch = answer.epoch
        positions = answer.positions
        for growth in answer.growth { apply(growth) }
        if answer.distrustsEveryone { regrant() }
        for (_, waiting) in asked { waiting.continuations.forEach { $0.resume() } }
    }

    private func apply(_ growth: Look.Growth) {
        let stream = growth.stream
        if streams[stream] == nil {
            let ring = Ring(head: growth.resetTo ?? 0, maxEvents: configuration.ringEvents, maxBytes: configuration.ringBytes)
            // What changed grants before we followed the stream is not known: authorise once more by this look.
            streams[stream] = FollowedStream(ring: ring, cache: FrameCache(limit: configuration.cachedFrames), gateLook: looks, idleSince: .now())
        } else if let head = growth.resetTo {
            streams[stream]!.ring.reset(head: head)
            streams[stream]!.gateLook = looks
        }
        streams[stream]!.ring.append(growth.entries)
        if growth.entries.contains(where: \.isGate) { streams[stream]!.gateLook = looks }
        heads[stream] = streams[stream]!.ring.head
        for loop in streams[stream]!.loops {
            loops[loop]?.run { $0.append(growth.entries, to: stream, resetTo: growth.resetTo) }
        }
        meter.streams.set(streams.count)
    }

    /// Logged once for each blindness; the next bell or second tries again, and cursors lose nothing.
    private func couldNotLook(_ error: any Error) {
        if !isBlind { logger.error("the log cannot be read", metadata: ["error": "\(error)"]) }
        isBlind = true
    }

    /// Returns after a look that began after the call; every event committed before is then in the ring.
    func lookedAt(_ stream: StreamID, servingFrom after: Int64?) async {
        guard !isStopped else { return }
        await withCheckedContinuation { continuation in
            let one = Waiting(after: after, continuations: [continuation])
            waiting[stream] = waiting[stream].map { $0.joined(by: one) } ?? one
            wake.yield()
        }
    }

    // MARK: Pages

    /// Resumes that lie behind the ring, one page at a time; those who are equally far behind share it.
    private nonisolated func fetchPages() async {
        for await _ in requests.pages.wakes {
            let asked = Dictionary(grouping: requests.pages.takeAll()) { PageKey(stream: $0.stream, after: $0.after) }
            for (key, readers) in asked { await fetch(key, for: readers) }
        }
    }

    private struct PageKey: Hashable {
        var stream: StreamID
        var after: Int64
    }

    private nonisolated func fetch(_ key: PageKey, for readers: [HubRequests.Page]) async {
        do {
            let entries = try await store.read { [reader, configuration] tx in
                try reader.entries(of: key.stream, after: key.after, limit: configuration.pageEvents, in: tx)
            }
            meter.pages.up()
            if !entries.isEmpty {
                for reader in readers { reader.loop.run { $0.page(entries, for: reader.subscription) } }
                return
            }
            logger.error("events are missing from the log", metadata: ["stream": "\(key.stream)", "after": "\(key.after)"])
        } catch {
            logger.error("a page of the log cannot be read", metadata: ["stream": "\(key.stream)", "error": "\(error)"])
        }
        for reader in readers { await sendAway(reader.subscription) }
    }

    /// Comes back with its cursor.
    func sendAway(_ subscription: SubscriptionID) {
        guard let place = registry.places[subscription] else { return }
        drop(place.socket, .resume)
    }
}

extension Hub.Waiting {
    func joined(by other: Self) -> Self {
        let after: Int64? = if let a = self.after, let b = other.after { min(a, b) } else { self.after ?? other.after }
        return Self(after: after, continuations: continuations + other.continuations)
    }
}

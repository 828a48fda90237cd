extension Bell {
    /// Shortest time from the end of one look to the next: under a storm of writes a follower looks ten times a second, not after every commit.
    static let restMS: Int64 = 100
    /// A lost ring loses nothing: a look every second as well.
    static let latestMS: Int64 = 1000

    /// How followers of the log live: a look at once, one whenever the bell has rung, and one every second without it. Until cancelled.
    public func looks(_ look: () async -> Void) async {
        await withDiscardingTaskGroup { group in
            let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            let rings = rings()
            group.addTask { for await _ in rings { wake.yield() } }
            group.addTask {
                while !Task.isCancelled {
                    wake.yield()
                    do { try await Task.sleep(for: .milliseconds(Self.latestMS)) } catch { return }
                }
            }
            for await _ in wakes {
                await look()
                do { try await Task.sleep(for: .milliseconds(Self.restMS)) } catch { break }
            }
            group.cancelAll()
        }
    }
}

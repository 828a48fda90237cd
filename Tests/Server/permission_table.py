"""Contract §2, "Who may do what", written out: one line a route, one column a role, the status each gets.

The meeting of the table is convened, open or in preparation as its route needs; "guest" is invited to it, "stranger",
"leader", "officer" and "integration" have nothing to do with it. 404 stands where the caller may not know of the thing.
`verifyToken` and `readToken` are the administrator's, so that nothing but their scope holds them back.
"""

ROLES = (
    "admin", "bodySecretary", "unitSecretary", "chairman", "viceChairman", "member", "guest", "stranger", "leader", "officer", "auditor", "integration",
    "anonymous", "verifyToken", "readToken",
)

TABLE = """
                            admin bSec uSec chair vice memb guest stra lead offi audi inte anon veri read
see oneself                  200  200  200  200  200  200  200  200  200  200  200  200  401  200  200
list users                   200  200  200  200  200  200  200  200  200  200  200  200  401  403  200
see another user             200  404  404  404  404  404  404  404  404  404  404  404  401  403  200
add a user                   201  403  403  403  403  403  403  403  403  403  403  403  401  403  403
set a password               204  403  403  403  403  403  403  403  403  403  403  403  401  403  403
disable a user               200  403  403  403  403  403  403  403  403  403  403  403  401  403  403
enable a user                200  403  403  403  403  403  403  403  403  403  403  403  401  403  403
end somebody's sessions      204  403  403  403  403  403  403  403  403  403  403  403  401  403  403

see a mail address           200  403  403  403  403  403  403  403  403  403  403  403  401  403  200
set a mail address           204  403  403  403  403  403  403  403  403  403  403  403  401  403  403

list bodies                  200  200  200  200  200  200  200  200  200  200  200  200  401  403  200
see a body                   200  200  200  200  200  200  404  404  404  404  200  404  401  403  200
see its members              200  200  200  200  200  200  404  404  404  404  200  404  401  403  200
add a body                   201  403  403  403  403  403  403  403  403  403  403  403  401  403  403
set its rules                200  403  403  403  403  403  403  403  403  403  403  403  401  403  403
see versions of rules        200  200  200  200  200  200  404  404  404  404  200  404  401  403  200
confirm rules                200  403  403  403  403  403  403  403  403  403  403  403  401  403  403
seat a member                200  403  403  403  403  403  403  403  403  403  403  403  401  403  403
remove a member              204  403  403  403  403  403  403  403  403  403  403  403  401  403  403
see its screens              200  403  403  403  403  403  403  403  403  403  403  403  401  403  200
hang a screen                200  403  403  403  403  403  403  403  403  403  403  403  401  403  403
take a screen down           204  403  403  403  403  403  403  403  403  403  403  403  401  403  403

list meetings                200  200  200  200  200  200  200  200  200  200  200  200  401  403  200
create a meeting             201  201  201  403  403  403  403  403  403  403  403  403  401  403  403
see a draft meeting          200  200  200  404  404  404  404  404  404  404  200  404  401  403  200
see a meeting                200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
edit a meeting               200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
convene a draft              200  200  200  404  404  404  404  404  404  404  403  404  401  403  403
cancel a meeting             200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
open a meeting               200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
pause a meeting              200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
resume a meeting             200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
close a meeting              200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
approve the minutes          200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
archive a meeting            200  200  200  403  403  403  403  404  404  404  403  404  401  403  403

see the roster               200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
record attendance            200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
set who presides             200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
see the invited              200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
invite                       200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
take an invitation back      204  204  204  403  403  403  403  404  404  404  403  404  401  403  403
see announcements            200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
announce                     201  201  201  403  403  403  403  404  404  404  403  404  401  403  403

check in                     403  200  403  200  200  200  403  404  404  404  403  404  401  403  403
ask what a correction does   200  200  200  403  403  403  403  404  404  404  403  404  401  403  200
correct attendance           201  201  201  403  403  403  403  404  404  404  403  404  401  403  403
answer the invitation        403  200  403  200  200  200  200  404  404  404  403  404  401  403  403
see the invitation's number  200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
write the invitation's number  200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
fetch the invitation         200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
fetch another's invitation   200  200  200  200  403  200  403  404  404  404  403  404  401  403  200
see the answers              200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
see the forecast             200  200  200  200  403  403  403  404  404  404  403  404  401  403  200
consent to an absence        200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
see the substitutes          200  200  200  200  200  200  200  404  404  404  200  404  401  403  200

see the ground               200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
set the ground               200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
see positions                200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
mark an item                 403  403  403  200  200  200  403  404  404  404  403  404  401  403  403
see the consent list         200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
take an item out             403  403  403  200  200  200  403  404  404  404  403  404  401  403  403
open the consent list        200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
vote on the consent list     403  403  403  201  201  201  403  404  404  404  403  404  401  403  403
close the consent list       200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
take a late item on          200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
see change notices           200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
see proposals                200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
propose an item              403  403  403  201  201  201  403  404  404  404  403  404  401  403  403
write a proposal anew        403  403  403  404  404  200  404  404  404  404  404  404  401  403  403
review a proposal            200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
return a proposal            200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
approve a proposal           200  200  200  200  403  403  403  404  404  404  403  404  401  403  403

see the floor                200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
ask to speak                 403  201  403  201  201  201  201  404  404  404  403  404  401  403  403
arrange the floor            200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
give the floor               200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
stop the clock               200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
give a speaker more time     200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
let the clock run            200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
end a speech                 200  200  200  200  403  200  403  404  404  404  403  404  401  403  403
withdraw a request           204  204  204  204  403  204  403  404  404  404  403  404  401  403  403

see recusals                 200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
record a recusal             200  200  200  403  403  200  403  404  404  404  403  404  401  403  403
take a recusal back          204  204  204  403  403  204  403  404  404  404  403  404  401  403  403
set whom an item is for      200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
close a part                 200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
see a closed part            200  200  200  200  200  200  404  404  404  404  200  404  401  403  200

see reopenings               200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
ask to reopen                201  201  201  201  403  403  403  404  404  404  403  404  401  403  403
agree to reopen              200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
refuse to reopen             200  200  200  200  403  403  403  404  404  404  403  404  401  403  403

see the agenda               200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
add an item                  201  201  201  403  403  403  403  404  404  404  403  404  401  403  403
see an item                  200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
edit an item                 200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
move an item                 200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
remove an item               204  204  204  403  403  403  403  404  404  404  403  404  401  403  403
write a conclusion           200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
go to an item                200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
see the page shown           200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
show a page                  200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
take the page away           204  204  204  204  403  403  403  404  404  404  403  404  401  403  403

list documents               200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
upload a document            201  201  201  403  403  403  403  404  404  404  403  404  401  403  403
upload a version             201  201  201  403  403  403  403  404  404  404  403  404  401  403  403
see a released document      200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
read a released document     200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
see a held-back document     200  200  200  404  404  404  404  404  404  404  404  404  401  403  200
read a held-back document    200  200  200  404  404  404  404  404  404  404  404  404  401  403  200
edit a document              200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
release a document           200  200  200  404  404  404  404  404  404  404  404  404  401  403  403
remove a document            204  204  204  403  403  403  403  404  404  404  403  404  401  403  403

list polls                   200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
create a poll                201  201  201  201  403  403  403  404  404  404  403  404  401  403  403
see a draft poll             200  200  200  200  404  404  404  404  404  404  404  404  401  403  200
see an open poll             200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
edit a poll                  200  200  200  200  404  404  404  404  404  404  404  404  401  403  403
take a poll back             204  204  204  204  404  404  404  404  404  404  404  404  401  403  403
open a poll                  200  200  200  200  404  404  404  404  404  404  404  404  401  403  403
close a poll                 200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
annul a poll                 200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
cast a ballot                403  403  403  201  201  201  403  404  404  404  403  404  401  403  403
repeat a poll                201  201  201  201  403  403  403  404  404  404  403  404  401  403  403
nudge the missing            202  202  202  202  403  403  403  404  404  404  403  404  401  403  403
enter a count                200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
confirm a count              200  200  200  200  403  403  403  404  404  404  403  404  401  403  403
see a proof                  200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
give the casting vote        403  403  403  200  403  403  403  404  404  404  403  404  401  403  403

see a circulation            200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
describe a circulation       200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
approve a circulation        403  403  403  200  403  403  403  404  404  404  403  404  401  403  403
say how the draft was changed 200  200  200  403  403  403  403  404  404  404  403  404  401  403  403
see the slip                 200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
fetch the slip's paper       200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
fetch the opinions' paper    200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
send a late slip             403  403  403  201  201  201  403  404  404  404  403  404  401  403  403
see opinions                 200  200  200  200  200  200  200  404  404  404  200  404  401  403  200

see draft minutes            200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
fetch the minutes' paper     200  200  200  200  200  200  200  404  404  404  200  404  401  403  200
verify signatures            200  200  200  200  200  200  200  200  200  200  200  200  401  200  403
see the trust list           200  403  403  403  403  403  403  403  403  403  403  403  401  403  200
add an anchor                201  403  403  403  403  403  403  403  403  403  403  403  401  403  403
remove an anchor             204  403  403  403  403  403  403  403  403  403  403  403  401  403  403
see the server's keys        200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
"""


# A screen on the body's wall (test_room_screens.py) is refused every route but these.
WALL = {"see oneself": 200, "see the server's keys": 200}


def walls(table=TABLE):
    """(route, "screen", status) for every line of a table."""
    for route in dict.fromkeys(route for route, _, _ in rows(table)):
        yield route, "screen", WALL.get(route, 403)


def rows(table=TABLE, roles=ROLES):
    """(route, role, status) for every cell of a table."""
    for line in table.strip("\n").splitlines()[1:]:
        if not line.strip():
            continue
        words = line.split()
        statuses = [int(word) for word in words[-len(roles):]]
        route = " ".join(words[: -len(roles)])
        for role, status in zip(roles, statuses, strict=True):
            yield route, role, status

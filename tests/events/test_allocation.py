"""The allocation as a function: rules by example, promises for any queue."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from events.allocation import Kept, Move, Wish, allocate, apply, why_waiting

MORNING = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)


def wish(claim: int, size: int = 1, **given) -> Wish:
    usual = {"since": MORNING + timedelta(minutes=claim), "least": size}
    return Wish(claim=claim, size=size, **usual | given)


def test_who_waits_longest_gets_the_lowest_free_number():
    held = wish(1, status="seated", numbers=(1,))

    moves = allocate(3, [wish(3), held, wish(2)])

    assert moves == [
        Move(2, "waiting", "seated", (2,), "moved_up"),
        Move(3, "waiting", "seated", (3,), "moved_up"),
    ]


def test_two_contingents_for_one_association_are_used_up_one_after_the_other():
    kept = [Kept(seats=1, organisation=1), Kept(seats=1, organisation=1)]
    own = wish(1, organisation=1)

    settled = apply([own, wish(2)], allocate(2, [own, wish(2)], kept))

    assert [one.numbers for one in settled] == [(1,), ()]


def test_a_number_given_back_is_given_again_before_higher_ones():
    held = wish(1, 2, status="seated", numbers=(1, 3))

    assert allocate(4, [held, wish(2)]) == [Move(2, "waiting", "seated", (2,), "moved_up")]


def test_a_party_comes_together_and_lets_smaller_ones_pass():
    moves = allocate(2, [wish(1, 3), wish(2, 2)])

    assert moves == [Move(2, "waiting", "seated", (1, 2), "moved_up")]


def test_a_party_content_with_fewer_gets_what_there_is_and_the_rest_later():
    first = allocate(2, [wish(1, 3, least=2)])
    assert first == [Move(1, "waiting", "seated", (1, 2), "moved_up")]

    queue = apply([wish(1, 3, least=2)], first)
    assert allocate(3, queue) == [Move(1, "seated", "seated", (3,), "rest_of_party")]


def test_an_offer_holds_its_seats():
    offered = wish(1, status="offered", numbers=(1,))

    assert allocate(1, [offered, wish(2)]) == []


def test_near_the_event_seats_are_offered_but_given_to_who_asks_just_now():
    moves = allocate(2, [wish(1), wish(2, is_willing=True)], by_offer=True)

    assert moves == [
        Move(1, "waiting", "offered", (1,), "offered"),
        Move(2, "waiting", "seated", (2,), "registered"),
    ]


def test_kept_seats_are_free_for_the_invited_alone():
    kept = [Kept(seats=2, for_invited=True)]

    moves = allocate(3, [wish(1), wish(2), wish(3, 2, is_invited=True)], kept)

    assert moves == [
        Move(1, "waiting", "seated", (1,), "moved_up"),
        Move(3, "waiting", "seated", (2, 3), "moved_up"),
    ]


def test_seats_of_one_association_count_once_where_all_invited_have_kept_seats_too():
    kept = [Kept(seats=1, organisation=7), Kept(seats=1, for_invited=True)]
    delegate = wish(1, status="seated", numbers=(1,), is_invited=True, organisation=7)

    assert allocate(3, [delegate, wish(2), wish(3)], kept) == [
        Move(2, "waiting", "seated", (2,), "moved_up")
    ]


def test_more_seats_taken_than_there_are_gives_nobody_a_seat():
    held = wish(1, 3, status="seated", numbers=(1, 2, 3))

    assert allocate(2, [held, wish(2)]) == []


def test_the_reason_for_waiting_is_named():
    held = wish(1, status="seated", numbers=(1,))

    assert why_waiting(wish(2), 1, [held, wish(2)]) == ("full", 0)
    assert why_waiting(wish(2, 2), 2, [held, wish(2, 2)]) == ("too_few", 1)
    kept = [Kept(seats=1, for_invited=True)]
    assert why_waiting(wish(2), 2, [held, wish(2)], kept) == ("kept", 0)


@st.composite
def queues(draw):
    """Seats, a queue in which some hold seats already, and kept seats."""
    sizes = draw(st.lists(st.integers(1, 4), max_size=12))
    wishes, number = [], 1
    for claim, size in enumerate(sizes, start=1):
        status = draw(st.sampled_from(["waiting", "waiting", "seated", "offered"]))
        least = draw(st.integers(1, size))
        numbers: tuple[int, ...] = ()
        if status != "waiting":
            held = size if status == "offered" else draw(st.integers(least, size))
            number += draw(st.integers(0, 2))
            numbers = tuple(range(number, number + held))
            number += held
        wishes.append(
            Wish(
                claim=claim,
                since=MORNING + timedelta(minutes=draw(st.integers(0, 5))),
                size=size,
                least=least,
                status=status,
                numbers=numbers,
                is_invited=draw(st.booleans()),
                organisation=draw(st.sampled_from([None, 1, 2])),
            )
        )
    kept = draw(
        st.lists(
            st.builds(
                Kept,
                seats=st.integers(0, 4),
                organisation=st.sampled_from([None, 1]),
                for_invited=st.booleans(),
            ),
            max_size=2,
        )
    )
    return draw(st.integers(0, 20)), wishes, kept


@given(queues(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_whatever_the_queue_no_seat_is_given_twice_and_none_beyond_what_there_is(case, by_offer):
    seats, wishes, kept = case
    before = sum(len(one.numbers) for one in wishes)

    after = apply(wishes, allocate(seats, wishes, kept, by_offer=by_offer))

    numbers = [number for one in after for number in one.numbers]
    assert len(numbers) == len(set(numbers))
    assert len(numbers) <= max(seats, before)
    assert all(len(one.numbers) <= one.size for one in after)


@given(queues())
@settings(max_examples=300, deadline=None)
def test_whatever_the_queue_a_second_look_changes_nothing(case):
    seats, wishes, kept = case

    settled = apply(wishes, allocate(seats, wishes, kept))

    assert allocate(seats, settled, kept) == []


@given(queues(), st.randoms())
@settings(max_examples=200, deadline=None)
def test_the_same_queue_gives_the_same_moves_in_whatever_order_it_is_read(case, random):
    seats, wishes, kept = case
    shuffled = list(wishes)
    random.shuffle(shuffled)

    assert allocate(seats, shuffled, kept) == allocate(seats, wishes, kept)


@given(queues())
@settings(max_examples=200, deadline=None)
def test_no_seat_is_left_over_while_a_single_guest_waits_and_nothing_is_kept(case):
    seats, wishes, _kept = case

    after = apply(wishes, allocate(seats, wishes))

    taken = sum(len(one.numbers) for one in after)
    alone = [one for one in after if one.status == "waiting" and one.least == 1]
    assert not alone or taken >= seats

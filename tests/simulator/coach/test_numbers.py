"""Numbers of one person are noticed however people write them, and numbers of things are not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.coach import Draft, signs
from simulator.coach.numbers import is_nhs_number

NINE = st.integers(0, 999_999).map("999{:06}".format)  # the range that is kept for tests


def ids(text: str) -> set[str]:
    """The ids of what is noticed in a text."""
    return {sign.id for sign in signs(Draft(text))}


def with_check(nine: str) -> str:
    """The NHS number that begins with these nine digits, "" where there is none."""
    return next((nine + digit for digit in "0123456789" if is_nhs_number(nine + digit)), "")


def test_the_check_of_nhs_numbers_is_the_published_one() -> None:
    assert is_nhs_number("9990000018")
    assert is_nhs_number("9990000050")  # the check of eleven is written 0
    assert not any(is_nhs_number(f"999000000{digit}") for digit in range(10))  # the check of ten is none
    assert not is_nhs_number("999000001")


@given(NINE, st.sampled_from(["{}{}{}", "{} {} {}", "{}-{}-{}", "{}.{}.{}", "{}  {}  {}", "{} {}{}"]))
def test_an_nhs_number_is_noticed_in_every_usual_shape(nine: str, shape: str) -> None:
    number = with_check(nine)
    assume(number)
    assert "nhs-number" in ids("Results for " + shape.format(number[:3], number[3:6], number[6:]) + " are back")


@given(NINE, st.integers(1, 9))
def test_a_number_that_fails_the_check_is_quiet(nine: str, more: int) -> None:
    number = with_check(nine)
    assume(number)
    other = number[:-1] + str((int(number[-1]) + more) % 10)
    assert "nhs-number" not in ids(f"Results for {other} are back")


@pytest.mark.parametrize("digits", ["19990000018", "99900000180", "9990000018.5", "£9990000018"])
def test_ten_digits_inside_something_longer_are_quiet(digits: str) -> None:
    assert "nhs-number" not in ids(f"We counted {digits} in all")


MOBILE = st.integers(0, 999).map("{:03}".format)  # 07700 900xxx is kept for drama


@given(
    MOBILE,
    st.sampled_from([
        "07700900{}", "07700 900{}", "07700 900 {}", "07700-900-{}", "07700.900.{}", "+447700900{}",
        "+44 7700 900{}", "+44 (0)7700 900{}", "0044 7700 900 {}", "(07700) 900{}",
    ]),
)  # fmt: skip
def test_a_mobile_number_is_noticed_in_every_usual_shape(last: str, shape: str) -> None:
    assert ids("Text me on " + shape.format(last) + ", thanks") == {"phone"}


@given(MOBILE, st.sampled_from(["01632960{}", "01632 960{}", "01632 960 {}", "(01632) 960{}", "+44 1632 960{}"]))
def test_a_landline_is_noticed_in_every_usual_shape(last: str, shape: str) -> None:
    assert ids("The desk is " + shape.format(last) + " all day") == {"phone"}


@pytest.mark.parametrize(
    "text",
    [
        "ext 4417", "ext. 4417", "extn 4417", "extension 4417", "extension: 4417", "bleep me on 2217", "bleep 217",
        "pager 4417", "ring me on 4417", "call the desk on 4417", "phone me on 960123", "tel: 01632 960123",
        "my number is 960 123", "dial 4417",
    ],
)  # fmt: skip
def test_short_numbers_of_the_house_are_noticed_behind_their_word(text: str) -> None:
    assert ids(f"Lost the key? {text}") == {"phone"}


@pytest.mark.parametrize(
    "text",
    [
        "ring 111", "call 999", "dial 112", "ring NHS 111 on 111", "call 03069 990123", "ring 0800 111", "text STOP",
        "an extension of 4 weeks", "call me 20 times", "phone 12 people a day", "9 to 5", "07.30-20.00", "12.30 13.15",
        "0730 to 1930", "room 4417", "ward 12", "2015-05-12", "order 07700900123", "ref: 01632960123",
        "3.14159265358979",
        "1 2 3 4 5 6 7 8 9 10 11", "£07700900123", "bus 4417 at 0712",
    ],
)  # fmt: skip
def test_numbers_for_everybody_and_numbers_of_things_are_quiet(text: str) -> None:
    assert not ids(f"Good to know: {text}, says the board") & {"phone", "nhs-number", "postcode", "date-of-birth"}


@pytest.mark.parametrize("text", ["ZZ99 3VZ", "zz99 3vz", "ZZ993VZ", "ZZ99 3WZ,", "(LL99 9ZZ)", "W1A 9ZZ", "EC1A 9ZZ"])
def test_a_postcode_is_noticed_in_every_usual_shape(text: str) -> None:
    assert ids(f"We meet at {text} today") == {"postcode"}


@pytest.mark.parametrize(
    "text",
    [
        "A1 2nd", "B1 2nd", "S1 1st", "E3 3rd", "L4 4th", "N5 6hr", "B12 3mg", "QX1 9ZZ", "J1 1AA", "ZZ99", "3VZ",
        "M25 9pm", "B4 5pm", "CO2 4ft", "#ZZ99 3VZ", "aZZ99 3VZ", "ZZ99 3VZ4",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_postcode_is_quiet(text: str) -> None:
    assert "postcode" not in ids(f"The board says {text} today")


@pytest.mark.parametrize(
    "text", ["dob 12/03/1934", "D.O.B. 12.3.34", "date of birth: 12th March 1934", "dob March 12 1934",
             "DOB 1934-03-12",              "born on 12 March 1934", "born 12/3/34", "dob 12 March"],
)  # fmt: skip
def test_a_date_of_birth_is_noticed_in_every_usual_shape(text: str) -> None:
    assert "date-of-birth" in ids(f"For the form: {text}")


@pytest.mark.parametrize(
    "text", ["born in 1934", "born on 12 May 1820", "born on 12 March", "on 12/03/2015", "12 March 1934", "12/13/1934",
             "the NHS was born on 5 July 1948", "our choir, a group born on 3 May 1999"],
)  # fmt: skip
def test_years_and_days_of_history_are_quiet(text: str) -> None:
    assert "date-of-birth" not in ids(f"Did you know: {text}")


@pytest.mark.parametrize("text", ["jo@example.org", "Jo.Bloggs+x@northvale.example.org", "<jo_b@example.com>"])
def test_an_address_of_one_person_is_noticed(text: str) -> None:
    assert "email" in ids(f"For the form: {text}")


@pytest.mark.parametrize("text", ["library@example.org", "INFO@example.org", "jo@northvale", "@jo", "jo@", "a@b.c"])
def test_addresses_of_offices_and_halves_of_addresses_are_quiet(text: str) -> None:
    assert "email" not in ids(f"For the form: {text}")

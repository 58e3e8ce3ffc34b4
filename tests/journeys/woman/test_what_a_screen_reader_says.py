"""What somebody hears who does not see the page: from the tree that the browser gives to screen readers."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site
from tests.journeys.woman.steps import SPELLED, main_button, open_page, telling
from tests.journeys.woman.ways import put_right, without_a_signal

pytestmark = pytest.mark.browser


def test_the_first_question_says_where_she_is_and_what_she_can_do(page: Page, site: Site) -> None:
    open_page(page, site, "{site}")

    expect(page.locator("body")).to_match_aria_snapshot("""
      - link "Skip to main content"
      - banner:
        - text: Lincoln Hospital
        - link "Get help now"
      - main:
        - paragraph: Question 1 of 4
        - group "Which part of your care do you want to tell us about?":
          - heading "Which part of your care do you want to tell us about?" [level=1]
          - radio "Pregnancy"
          - radio "Labour and birth"
        - button "Continue"
        - button "Skip"
        - paragraph:
          - button "My baby died, or I lost my pregnancy"
      - contentinfo:
        - region "Get help now":
          - heading "Get help now" [level=2]
          - list:
            - listitem:
              - text: Emergency
              - link "999"
    """)


def test_help_is_heard_before_the_box_for_words(page: Page, site: Site) -> None:
    open_page(page, site, "{site}")
    while not page.locator("textarea").count():
        main_button(page).click()

    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - main:
        - paragraph: Question 3 of 4
        - heading "What was good about your care?" [level=1]
        - note:
          - paragraph:
            - strong: We do not read this straight away.
          - list:
            - listitem:
              - text: In an emergency, call
              - link "999"
            - listitem:
              - text: "Worried about you or your baby, call Lincoln Hospital:"
              - link "0116 496 0004"
        - textbox "What was good about your care?"
        - button "Continue"
    """)


def test_an_error_is_heard_first_and_again_where_it_is(page: Page, site: Site) -> None:
    state = put_right(page, site)
    while next(state) != "an address that is none":
        pass

    expect(page).to_have_title(re.compile("^Error: What may we do with your words?"))
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - main:
        - alert:
          - heading "There is a problem" [level=2]
          - list:
            - listitem:
              - link /Enter an e-mail address in the right form/
        - paragraph: Nearly done
        - group "What may we do with your words?":
          - checkbox "Lincoln MVP may contact me" [checked] [expanded]
          - textbox "Your e-mail address": nowhere
    """)
    expect(page.get_by_role("textbox")).to_have_accessible_description(
        re.compile(r"Error:\s+Enter an e-mail address")
    )


def test_the_receipt_code_is_spelled_letter_by_letter(page: Page, site: Site) -> None:
    for _state in telling("{site}")(page, site):
        pass
    code = page.locator(".mv-receipt__code").inner_text().split()

    expect(page.get_by_role("main")).to_match_aria_snapshot(f"""
      - main:
        - heading "We have it. Thank you" [level=1]
        - paragraph: /This is your receipt code/
        - region "Your receipt code":
          - paragraph: {" ".join("".join(code))}
        - button "Print this code"
        - heading "What happens next" [level=2]
        - list:
          - listitem: /Done/
          - listitem: /Now/
          - listitem: /Later/
    """)


def test_a_code_that_came_once_the_signal_was_back_is_spelled_too(page: Page, site: Site) -> None:
    for _state in without_a_signal(page, site):
        pass
    code = page.locator(".mv-receipt__code").inner_text().split()

    assert page.locator(SPELLED).inner_text() == " ".join("".join(code))
    expect(page.locator(".mv-receipt__code")).to_have_attribute("aria-hidden", "true")

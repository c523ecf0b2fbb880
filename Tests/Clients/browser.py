"""A signer before the page: usage: browser.py LINK CONTACT FOLDER (red.png lies there; place is left there)."""

import sys

from chromium import Chromium, Failure

link, contact, folder = sys.argv[1:]


def check(what, actual, expected=True):
    if actual != expected:
        raise Failure(f"{what}: got {actual!r}, expected {expected!r}")
    print(f"ok - {what}")


def entry(field):
    return f'[data-field="{field}"]'


def draw(page, field):
    """A stroke, which is kept as it is."""
    page.drag([page.place(f"{entry(field)} canvas", x, y) for x, y in
               [(0.1, 0.8), (0.3, 0.2), (0.5, 0.8), (0.7, 0.2), (0.9, 0.8)]])
    page.wait(f"{drawings(field)} === 1")


def drawings(field):
    return f"document.querySelector('{entry(field)} input[type=file]').files.length"


def is_focused(page, selector):
    return page.value(f"document.activeElement.matches('{selector}')")


with Chromium() as browser:
    page = browser.page(360)
    page.open(link)
    check("nothing of the document is shown at the door",
          page.value("document.querySelectorAll('[data-page]').length"), 0)
    page.type("#answer", contact)
    page.submit("[data-action=unlock]")
    check("behind it the page is open", page.value("document.querySelector('main').dataset.state"),
          "open")
    check("nothing is wider than a phone", page.value("document.documentElement.scrollWidth"), 360)

    page.wait("[...document.images].slice(0, 1).every((image) => image.complete)")
    page.click('.boxes [data-place="city"]')
    check("a place on the page leads to its entry", is_focused(page, '[name="field.city"]'))
    check("which lights its place up",
          page.value("document.querySelector('.boxes [data-place=city]').matches('.current')"))
    page.click('.boxes [data-place="way"][data-number="2"]')
    check("each option's place leads to the option", is_focused(page, '[value="택배"]'))
    page.click(f"{entry('turned')} legend a")
    check("an entry leads to its place",
          page.value("document.querySelector(':target').dataset.place"), "turned")
    page.wait("document.querySelector('[data-page=\"2\"] img').complete")
    place = page.value("""(() => {
        const box = document.querySelector('[data-place="turned"] rect').getBoundingClientRect();
        const sheet = document.querySelector('[data-page="2"] .sheet').getBoundingClientRect();
        return [(box.x - sheet.x) / sheet.width, (box.y - sheet.y) / sheet.height,
            box.width / sheet.width, box.height / sheet.height];
    })()""")
    with open(f"{folder}/place", "w") as file:
        file.write(" ".join(map(str, place)))

    still = browser.page(1280, script=False)
    still.open(f"{link}?lang=ru")
    still.click('.boxes [data-place="city"]')
    check("without script a place leads to its entry",
          still.value("document.querySelector(':target').dataset.field"), "city")
    check("and nothing is offered that takes a script",
          still.value("document.querySelector('[data-action=draw]').checkVisibility()"), False)

    page.choose_file('[name="attachment.1"]', f"{folder}/red.png")
    page.submit("[data-action=attach]")
    check("the file that was asked for is there",
          "red.png" in page.value("document.querySelector('#attachments').innerText"))

    page.type('[name="field.city"]', "부산시")
    page.click('[name="field.agree"]')
    page.click('[name="field.way"][value="택배"]')
    page.value("document.querySelector('[name=\"field.town\"]').value = '서울'")
    page.click(f"{entry('drawn')} [data-action=draw]")
    draw(page, "drawn")
    page.click(f"{entry('drawn')} canvas ~ button")
    check("what was drawn can be taken back", page.value(drawings("drawn")), 0)
    draw(page, "drawn")
    page.type(f"{entry('typed')} [data-action=type-name]", "Анна С.")
    page.choose_file(f"{entry('image')} [data-action=upload-image]", f"{folder}/red.png")
    page.click(f"{entry('company')} [data-action=company-stamp]")
    page.type('[name="field.turned"]', "Примечание")
    page.click('[name="consent"]')
    page.submit("[data-action=sign]")
    check("the signature is taken", page.value("document.querySelector('main').dataset.state"),
          "signed")
    check("and no place is asked for any more", page.value("document.querySelector('.boxes')"), None)

"""One person's browser: finds things by what a person sees, waits for what a person waits for."""

from selenium import webdriver
from selenium.common.exceptions import (
    ElementClickInterceptedException, ElementNotInteractableException, JavascriptException, NoSuchElementException, StaleElementReferenceException)
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from Server.running import PASSWORD

CHROMIUM = "/usr/bin/chromium"
DRIVER = "/usr/bin/chromedriver"
WAIT_SECONDS = 30
# The page was redrawn between finding and touching: look again.
INTERRUPTIONS = (
    ElementClickInterceptedException, ElementNotInteractableException, JavascriptException, NoSuchElementException, StaleElementReferenceException)


class Browser:
    def __init__(self, width, height):
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service(DRIVER), options=options)
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.expected_complaints = []

    def quit(self):
        self.driver.quit()

    def complaints(self):
        """What the console says beyond what the test meant to provoke (a refused request, a network that was cut)."""
        lines = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
        return [line for line in lines if not any(part in line for part in self.expected_complaints)]

    def sign_in(self, server, username, password=PASSWORD):
        self.driver.get(server.url + "/")
        self.find("#username").send_keys(username)
        self.find("#password").send_keys(password)
        self.click("form[data-sign-in] button[type=submit]")
        self.until(lambda: not self.all("form[data-sign-in]") or self.all("form[data-sign-in] [role=alert]"), "an answer to the sign-in")
        return self

    def open(self, server, path):
        self.driver.get(server.url + path)
        return self

    def find(self, selector):
        return self.until(lambda: self.driver.find_element(By.CSS_SELECTOR, selector), f"{selector} to be there")

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector):
        """Clicks what is visible and not covered, however often the page redraws meanwhile."""

        def clicked():
            element = next((one for one in self.all(selector) if one.is_displayed() and one.is_enabled()), None)
            if element is None:
                return False
            element.click()
            return True

        self.until(clicked, f"{selector} to be clickable")

    def click_text(self, text, inside="body"):
        """The button or link that says `text`."""

        def clicked():
            for element in self.all(f"{inside} button, {inside} a, {inside} summary"):
                if element.is_displayed() and text in element.text:
                    element.click()
                    return True
            return False

        self.until(clicked, f"a button {text!r}")

    def text(self, selector):
        return self.find(selector).text

    def sees(self, text, inside="body"):
        self.until(lambda: text.casefold() in self.find_now(inside).text.casefold(), f"{text!r} to be seen", inside)
        return self

    def find_now(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def until(self, condition, what, inside=None):
        def met(_):
            try:
                return condition()
            except INTERRUPTIONS:
                return False

        try:
            return WebDriverWait(self.driver, WAIT_SECONDS, poll_frequency=0.1).until(met)
        except Exception as error:
            shown = self.driver.find_element(By.CSS_SELECTOR, "body").text[:1500]
            raise AssertionError(f"waited for {what}; the page says:\n{shown}") from error

    def cut_network(self, is_cut=True):
        """Pulls the plug as the browser sees it: open sockets and new requests alike."""
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.driver.execute_cdp_cmd(
            "Network.emulateNetworkConditions", {"offline": is_cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
        self.expected_complaints += ["ERR_INTERNET_DISCONNECTED", "WebSocket"]


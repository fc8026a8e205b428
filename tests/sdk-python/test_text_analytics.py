"""azure-ai-textanalytics 5.3.0b2 against the emulator. It speaks 2022-10-01-preview."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

from azure.ai.textanalytics import (
    MultiLabelClassifyAction,
    RecognizeCustomEntitiesAction,
    SingleLabelClassifyAction,
    TextAnalyticsClient,
)
from azure.core.credentials import AccessToken, AzureKeyCredential
from azure.core.exceptions import ClientAuthenticationError, HttpResponseError

from emulator import KEY, Emulator

DEPLOYMENT = "production"


def documents(*texts):
    return [{"id": f"d{index}", "text": text, "language": "en"} for index, text in enumerate(texts)]


class AgainstTheEmulator(unittest.TestCase):
    options = ("--job-duration", "300ms")

    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator(*cls.options)
        cls.client = TextAnalyticsClient(cls.emulator.endpoint, AzureKeyCredential(KEY))

    @classmethod
    def tearDownClass(cls):
        cls.client.close()
        cls.emulator.stop()


class Jobs(AgainstTheEmulator):
    def test_custom_entities_come_with_statistics(self):
        poller = self.client.begin_recognize_custom_entities(
            documents("Anna had black tea."),
            "Orders",
            DEPLOYMENT,
            show_stats=True,
            polling_interval=1,
        )
        (result,) = poller.result()

        self.assertEqual(
            [(entity.text, entity.category, entity.offset, entity.length) for entity in result.entities],
            [("Anna", "Person", 0, 4), ("black tea", "Drink", 9, 9)],
        )
        self.assertEqual((result.statistics.character_count, result.statistics.transaction_count), (19, 1))

    def test_offsets_count_code_points_as_python_strings_do(self):
        text = "🦊👍🏽 Anna"

        (result,) = self.client.begin_recognize_custom_entities(documents(text), "Orders", DEPLOYMENT, polling_interval=1).result()

        (entity,) = result.entities
        self.assertEqual(text[entity.offset : entity.offset + entity.length], "Anna")

    def test_a_single_label_is_one_classification(self):
        (result,) = self.client.begin_single_label_classify(documents("tea"), "Queues", DEPLOYMENT, polling_interval=1).result()

        self.assertEqual([(c.category, c.confidence_score) for c in result.classifications], [("Bar", 1.0)])

    def test_multiple_labels_are_several_classifications_or_none(self):
        poller = self.client.begin_multi_label_classify(documents("tea and ice", "nothing"), "Topics", DEPLOYMENT, polling_interval=1)

        both, none = poller.result()

        self.assertEqual({c.category for c in both.classifications}, {"Hot", "Cold"})
        self.assertEqual(none.classifications, [])

    def test_three_actions_come_back_in_one_job(self):
        poller = self.client.begin_analyze_actions(
            documents("Anna had tea.", "ice"),
            display_name="three",
            actions=[
                RecognizeCustomEntitiesAction("Orders", DEPLOYMENT),
                SingleLabelClassifyAction("Queues", DEPLOYMENT),
                MultiLabelClassifyAction("Topics", DEPLOYMENT),
            ],
            polling_interval=1,
        )

        results = list(poller.result())

        self.assertEqual(
            [[result.kind for result in document] for document in results],
            [["CustomEntityRecognition", "CustomDocumentClassification", "CustomDocumentClassification"]] * 2,
        )
        self.assertEqual(poller.display_name, "three")
        self.assertEqual(poller.total_actions_count, 3)
        self.assertEqual(poller.actions_succeeded_count, 3)

    def test_pages_are_followed_and_keep_the_order(self):
        many = documents(*(f"tea for Anna, cup {number}" for number in range(25)))

        results = list(self.client.begin_single_label_classify(many, "Queues", DEPLOYMENT, polling_interval=1).result())

        self.assertEqual([result.id for result in results], [document["id"] for document in many])

    def test_an_empty_document_is_an_error_in_its_place(self):
        results = list(self.client.begin_recognize_custom_entities(documents("Anna", "", "Bo Ek"), "Orders", DEPLOYMENT, polling_interval=1).result())

        self.assertEqual([result.id for result in results], ["d0", "d1", "d2"])
        self.assertEqual([result.is_error for result in results], [False, True, False])
        self.assertEqual(results[1].error.code, "InvalidDocument")

    def test_a_continuation_token_is_taken_up_in_another_process(self):
        poller = self.client.begin_single_label_classify(documents("tea"), "Queues", DEPLOYMENT, polling_interval=1)
        script = """
import sys
from azure.ai.textanalytics import TextAnalyticsClient
from azure.core.credentials import AzureKeyCredential
endpoint, key, token = sys.argv[1:]
client = TextAnalyticsClient(endpoint, AzureKeyCredential(key))
poller = client.begin_single_label_classify(None, None, None, continuation_token=token, polling_interval=1)
for result in poller.result():
    print(result.id, result.classifications[0].category)
"""

        other = subprocess.run(
            [sys.executable, "-c", script, self.emulator.endpoint, KEY, poller.continuation_token()],
            capture_output=True,
            text=True,
            check=False,
        )

        self.assertEqual((other.stdout, other.returncode), ("d0 Bar\n", 0), other.stderr)

    def test_26_documents_are_refused(self):
        with self.assertRaises(HttpResponseError) as caught:
            self.client.begin_single_label_classify(documents(*["tea"] * 26), "Queues", DEPLOYMENT)

        self.assertEqual(caught.exception.status_code, 400)
        self.assertIn("Max 25 records are permitted", str(caught.exception))

    def test_a_wrong_key_is_an_authentication_error(self):
        with TextAnalyticsClient(self.emulator.endpoint, AzureKeyCredential("wrong")) as stranger:
            with self.assertRaises(ClientAuthenticationError):
                stranger.begin_single_label_classify(documents("tea"), "Queues", DEPLOYMENT)


class LongJobs(AgainstTheEmulator):
    options = ("--job-duration", "1h")

    def tearDown(self):
        self.emulator.control("reset", {})

    def test_a_job_is_cancelled(self):
        poller = self.client.begin_analyze_actions(
            documents("tea"), [SingleLabelClassifyAction("Queues", DEPLOYMENT)], polling_interval=1
        )

        poller.cancel()

        for _ in range(60):
            if poller.status() == "cancelled":
                break
            time.sleep(0.5)
        self.assertEqual(poller.status(), "cancelled")

    def test_a_job_finishes_when_the_clock_moves_and_its_documents_were_paid_for_once(self):
        poller = self.client.begin_single_label_classify(documents("tea"), "Queues", DEPLOYMENT, polling_interval=1)

        self.emulator.control("clock", {"advance": "1h"})

        (result,) = poller.result()
        self.assertEqual(result.id, "d0")
        self.assertEqual(self.emulator.control("documents")["documents"], {"d0": 1})

    def test_a_job_is_gone_after_24_hours(self):
        poller = self.client.begin_single_label_classify(documents("tea"), "Queues", DEPLOYMENT, polling_interval=1)

        self.emulator.control("clock", {"advance": "24h"})

        with self.assertRaises(HttpResponseError) as caught:
            poller.result()
        self.assertEqual(caught.exception.status_code, 404)
        self.assertIn("24 hours", str(caught.exception))

    def test_a_poll_that_meets_503_is_repeated(self):
        self.emulator.control("faults", {"operation": "get", "fault": "503"})
        poller = self.client.begin_single_label_classify(documents("tea"), "Queues", DEPLOYMENT, polling_interval=1)
        self.emulator.control("clock", {"advance": "1h"})

        (result,) = poller.result()

        self.assertFalse(result.is_error)
        statuses = [request["status"] for request in self.emulator.control("requests?operation=get")["requests"]]
        self.assertEqual(statuses[:2], [503, 200])


class Tokens(unittest.TestCase):
    """Token credentials insist on https."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.certificate = str(pathlib.Path(cls.folder.name, "certificate.pem"))
        key = str(pathlib.Path(cls.folder.name, "key.pem"))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
            + ["-addext", "subjectAltName=IP:127.0.0.1", "-out", cls.certificate, "-keyout", key],
            check=True,
            capture_output=True,
        )
        cls.emulator = Emulator(
            "--certificate", cls.certificate, "--certificate-key", key, "--token", "letmein", "--job-duration", "0s",
            url="https://127.0.0.1:0",
        )

    @classmethod
    def tearDownClass(cls):
        cls.emulator.stop()
        cls.folder.cleanup()

    def test_a_token_credential_is_accepted(self):
        class Credential:
            def get_token(self, *scopes, **_):
                self.scopes = scopes
                return AccessToken("letmein", int(time.time()) + 3600)

        credential = Credential()
        with TextAnalyticsClient(self.emulator.endpoint, credential, connection_verify=self.certificate) as client:
            (result,) = client.begin_single_label_classify(documents("tea"), "Queues", DEPLOYMENT, polling_interval=1).result()

        self.assertEqual(result.classifications[0].category, "Bar")
        self.assertEqual(credential.scopes, ("https://cognitiveservices.azure.com/.default",))

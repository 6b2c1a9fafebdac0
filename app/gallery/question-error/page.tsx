import { SamplePersonPage } from "../frames.tsx";
import { ProofQuestion } from "../proof-question.tsx";

export default function QuestionErrorPage() {
  return (
    <SamplePersonPage here="question-error" backHref="/gallery/start">
      <ProofQuestion
        title="How can we check that it is you? · Gallery"
        answer={{
          values: {
            how: "facts",
            account: "Maya Santos",
            second: "invoice",
            amount: "18.40",
            "invoice-year": "2026",
          },
          errors: {
            account: "Enter your account number: IP and 8 digits, as on an invoice",
            "invoice-month": "Enter the month of your last invoice",
          },
        }}
      />
    </SamplePersonPage>
  );
}

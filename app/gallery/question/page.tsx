import { SamplePersonPage } from "../frames.tsx";
import { ProofQuestion } from "../proof-question.tsx";

export default function QuestionPage() {
  return (
    <SamplePersonPage here="question" backHref="/gallery/start">
      <ProofQuestion answer={null} title="How can we check that it is you? · Gallery" />
    </SamplePersonPage>
  );
}

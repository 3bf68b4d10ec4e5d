import type { Kinds } from './kind';

/** The kinds of steps of a lesson. */
export const steps: Kinds = {
  explain: {
    vi: 'Xem và nghe: một hình và vài câu, mỗi câu đọc riêng. `tells` nêu các sự thật (facts) mà bước này nói.',
    en: 'To look at and listen to: a picture and a few sentences, each spoken on its own. `tells` names the facts it tells.',
    example: `- id: why
  explain:
    picture: phone-and-card
    parts: [what, safe]
    tells: [activate-within]`,
  },
  choose: {
    vi: 'Câu hỏi có một câu trả lời đúng. Mỗi câu sai nêu điều người ta hiểu lầm.',
    en: 'A question with one right answer. Each wrong one names what somebody who takes it believes.',
    example: `- id: whose-otp
  assesses: [eid.keep-codes]
  choose:
    keep: { right: true }
    tell-officer: { misconception: otp-is-secret }`,
  },
  order: {
    vi: 'Xếp 3 đến 7 việc theo thứ tự: việc nào làm tiếp thì chạm vào. Trong tệp viết đúng thứ tự, trên màn hình bị xáo.',
    en: 'To put 3 to 7 things in order by touching what comes next. Written in the right order; on screen they are mixed.',
    example: `- id: before-paying
  order: [read-name, read-amount, confirm]`,
  },
  spot: {
    vi: 'Tìm hết dấu hiệu đáng ngờ trong tin nhắn, cuộc gọi, trang, nhóm chat hay tờ dán. Phải có ít nhất một phần vô hại.',
    en: 'To find every warning sign in an SMS, call, page, chat or poster. At least one part is innocent.',
    example: `- id: fake-sms
  spot:
    in: sms
    parts:
      sender: { sign: links-are-official }
      greeting: {}`,
  },
  task: {
    vi: 'Làm một việc trong ứng dụng luyện tập. `show` cho xem trước, `coach` có người nhắc, `test` tự làm.',
    en: 'Something to bring about in a practice app. `show` plays it first, `coach` helps, `test` does not.',
    example: `- id: together
  task: { app: vneid, from: phone, goal: account, modes: [show, coach] }`,
  },
  do: {
    vi: 'Bây giờ làm trên điện thoại của mình, có người hướng dẫn. Chỉ ghi lại là đã làm, không ghi dữ liệu cá nhân.',
    en: 'Now on one’s own phone, with the trainer. Only that it is done is written down, no personal data.',
    example: `- id: mine
  do: { milestone: vneid-level-2, parts: [open, log-in] }`,
  },
  rate: {
    vi: 'Thấy chắc tới đâu, năm khuôn mặt. Hỏi một lần trước và một lần sau, hoặc không hỏi. Có thể bỏ qua.',
    en: 'How sure somebody feels, by five faces. Once before and once after, or never. It may be skipped.',
    example: `- id: sure-before
  rate: { what: confidence, moment: before }`,
  },
  check: {
    vi: 'Tự làm để kiểm tra: một việc, hoặc nhiều việc và câu hỏi (`parts`). Đạt nếu không quá số lần lỡ trong `pass`.',
    en: 'The final test, unaided: one task, or several tasks and questions under `parts`. Passed with at most `pass.slips`.',
    example: `- id: alone
  assesses: [eid.activate]
  check: { app: vneid, from: phone, goal: account, pass: { slips: 1 } }
- id: all-alone
  assesses: [eid.activate, eid.keep-codes]
  check:
    parts:
      - id: again
        task: { app: vneid, from: phone, goal: account }
      - id: caller
        choose:
          hang-up: { right: true }
          read-out: { misconception: otp-is-secret }
    pass: { slips: 2 }`,
  },
};

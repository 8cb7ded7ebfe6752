// Reads a timeline from stdin with the reference implementation of OpenTimelineIO, and prints where each child of each track
// lies: kind of the track, schema, first frame, frames. Tests ask it where OTIO_CHECK names the built program:
//   g++ -std=c++17 -I/usr/include/opentimelineio otio-check.cpp -lopentimelineio -lopentime -o otio-check
#include <iostream>
#include <iterator>
#include <opentimelineio/clip.h>
#include <opentimelineio/stack.h>
#include <opentimelineio/timeline.h>
#include <opentimelineio/track.h>

namespace otio = opentimelineio::v0_18_1;

int fail(const otio::ErrorStatus& error) {
  std::cerr << error.full_description << "\n";
  return 1;
}

int main() {
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  otio::ErrorStatus error;
  otio::SerializableObject::Retainer<otio::SerializableObject> root(otio::SerializableObject::from_json_string(text, &error));
  const auto* timeline = dynamic_cast<otio::Timeline*>(root.value);
  if (is_error(error) || timeline == nullptr) return fail(error);
  for (const auto& layer : timeline->tracks()->children()) {
    const auto* track = dynamic_cast<otio::Track*>(layer.value);
    if (track == nullptr) return fail(error);
    for (const auto& child : track->children()) {
      const auto range = track->range_of_child(child, &error);
      if (is_error(error)) return fail(error);
      const auto* clip = dynamic_cast<otio::Clip*>(child.value);
      if (clip != nullptr && clip->media_reference()->is_missing_reference()) return fail(error);
      std::cout << track->kind() << " " << (clip == nullptr ? "Gap.1" : "Clip.1") << " " << range.start_time().to_frames() << " "
                << range.duration().to_frames() << "\n";
    }
  }
}

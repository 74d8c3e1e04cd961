#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QImage>
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/predict/photo.h"

namespace rudolph {

enum class PhotoKind { Picture, Video };

enum class PhotoState {
    Waiting,  ///< its faces or their points are due; of a video, what the list shows
    Done,
    Broken  ///< cannot be read
};

/// What one model says of a photograph's faces.
struct PhotoReading {
    std::vector<PhotoFace> faces;                  ///< from left to right; points may be due
    std::shared_ptr<const LandmarkScheme> scheme;  ///< of their points; null: none is there yet
    std::vector<int> numbers;  ///< that faces go by from frame to frame; empty: 1, 2, …

    bool operator==(const PhotoReading&) const = default;
};

/// A photograph or a video of the Photos page.
struct PhotoEntry {
    int id = 0;  ///< steady and never used twice; later ones were added later
    std::filesystem::path file;
    PhotoKind kind = PhotoKind::Picture;
    PhotoState state = PhotoState::Waiting;
    cv::Size size;           ///< 0×0 until it was decoded
    PhotoReading reading;    ///< of the model
    PhotoReading compared;   ///< of the second model, of the same faces in the same order
    bool searched = false;   ///< the detector has looked
    bool by_person = false;  ///< a person has changed the boxes: no detector looks any more
    int revision = 0;        ///< counts changes of the boxes, so that late answers are told apart
    QString problem;         ///< why it is broken
    QString remark;          ///< what is odd about the file, which is read all the same
    QImage glance;           ///< a frame of a video, for the list; null until it was opened
    double seconds = 0;      ///< how long a video lasts; 0: not known

    bool isVideo() const { return kind == PhotoKind::Video; }
    int doubtfulCount() const;
    /// Of the face that the model is least sure of; empty when none has a confidence.
    std::optional<double> leastConfidence() const;
};

/// What became of all entries, to be told in one line.
struct PhotoCounts {
    int pictures = 0;
    int videos = 0;
    int waiting = 0;
    int broken = 0;
    int without_face = 0;  ///< of those that are done
    int faces = 0;
    int doubtful = 0;  ///< faces

    bool operator==(const PhotoCounts&) const = default;
};

/// The photographs of the Photos page with what was found in them. Main thread only.
class PhotoListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, FileRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const PhotoEntry& entry(int row) const { return entries_[static_cast<size_t>(row)]; }
    /// Null when it is not there (any more).
    const PhotoEntry* find(int id) const;
    int rowOf(int id) const;  ///< −1: not there
    PhotoCounts counts() const;

    /// Adds files at the end, those that are there already left out; returns the new ids.
    std::vector<int> add(const std::vector<std::filesystem::path>& files);
    /// The entry of a file, −1 when there is none.
    int idOf(const std::filesystem::path& file) const;

    using Placed = std::pair<int, PhotoEntry>;  ///< with its row
    /// Takes entries out and gives them back, by ascending row, for restore().
    std::vector<Placed> take(const std::vector<int>& ids);
    void restore(const std::vector<Placed>& taken);

    /// Changes an entry by `change(PhotoEntry&)`; nothing happens when it is gone.
    template <class Change>
    void change(int id, Change change) {
        const int row = rowOf(id);
        if (row < 0)
            return;
        change(entries_[static_cast<size_t>(row)]);
        tellChanged(row);
    }
    /// Changes many entries at once.
    template <class Change>
    void changeAll(Change change) {
        for (PhotoEntry& entry : entries_)
            change(entry);
        if (!entries_.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        emit allChanged();
    }

signals:
    void entryChanged(int id);
    /// Entries came, went, or changed all at once.
    void allChanged();

private:
    void tellChanged(int row);
    void numberRows(size_t from);

    std::vector<PhotoEntry> entries_;
    QHash<int, int> row_of_;
    QHash<QString, int> id_of_;  ///< by file
    int next_id_ = 1;
};

}  // namespace rudolph
